import { Progress as Bar, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Motion } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import classes from './voting.module.css';

interface ProgressProps { progress: NonNullable<Motion['progress']>; total: number }

/** How many have voted, and in a named vote who; never what. */
export function Progress({ progress, total }: ProgressProps) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const text = t('progress.text', { cast: progress.cast, total });
  return (
    <section aria-label={t('progress.title')}>
      <Text mt="md" mb={6} fw={600} aria-live="polite" data-testid="progress">{text}</Text>
      <Bar.Root size="lg" aria-hidden><Bar.Section value={total === 0 ? 0 : (100 * progress.cast) / total} color="teal" /></Bar.Root>
      {progress.members && progress.members.length > 0 && (
        <details>
          <Text component="summary" mt="sm" mih={32} style={{ cursor: 'pointer' }}>{t('progress.who')}</Text>
          <ul className={`plain-list ${classes.voters}`}>
            {progress.members.map((member) => (
              <li key={member.memberId} className={classes.voter}>
                {member.hasVoted ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
                <span>{localised(member.title, member.titleEn)}</span>
                <span className="visually-hidden">{t(member.hasVoted ? 'progress.voted' : 'progress.waiting')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
