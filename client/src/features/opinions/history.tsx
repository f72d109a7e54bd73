import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { useTimes } from '../../ui/time';
import classes from './opinions.module.css';

/** Who did what with the request, when, and why. */
export function History({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  if (request.history.length === 0) return null;
  return (
    <Sheet title={t('history.title')}>
      <ol className="plain-list">
        {request.history.map(({ act, at, by, reason }) => (
          <li key={`${act} ${at}`} className={classes.step}>
            <Text fw={500}>{t(`history.${act}`)}</Text>
            <Text size="sm" c="dimmed">{by === null ? t('history.system') : localised(by.name, by.nameEn)} · {dateTime(at)}</Text>
            {reason !== null && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{t('history.reason', { reason })}</Text>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
