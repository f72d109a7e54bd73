import { Button, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useTimes } from '../../ui/time';
import classes from './journal.module.css';

/** One row: number, time, what, who; ids and numbers as they were hashed. */
export function EntryRow({ entry, onProof }: { entry: JournalEntry; onProof: () => void }) {
  const { t } = useTranslation('journal');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const who = entry.actorName === null ? t('actor.system') : localised(entry.actorName, entry.actorNameEn);
  const where = entry.bodyName === null ? null : localised(entry.bodyName, entry.bodyNameEn);
  return (
    <li className={classes.row} data-seq={entry.seq}>
      <span className={classes.seq}>{entry.seq}</span>
      <div className={classes.what}>
        <Text fw={600}>{t(`type.${entry.type}`)}</Text>
        <Text size="sm">{[dateTime(entry.at), who, where].filter((part) => part !== null).join(' · ')}</Text>
        <Details entry={entry} />
      </div>
      <Button variant="default" size="sm" leftSection={<IconShieldCheck size={18} aria-hidden />} aria-label={t('proof.of', { seq: entry.seq })} onClick={onProof}>{t('proof')}</Button>
    </li>
  );
}

function Details({ entry }: { entry: JournalEntry }) {
  const { t } = useTranslation('journal');
  return (
    <details className={classes.details}>
      <summary>{t('details')}</summary>
      <dl>
        <dt>{t('details.type')}</dt><dd><code>{entry.type}</code></dd>
        <dt>{t('details.ids')}</dt><dd><code>{entry.ids}</code></dd>
        <dt>{t('details.facts')}</dt><dd><code>{entry.facts}</code></dd>
      </dl>
      {entry.hasPrivate && <Text size="sm" c="dimmed">{t('details.private')}</Text>}
    </details>
  );
}
