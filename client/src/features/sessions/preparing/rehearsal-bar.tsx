import { Button, Group, Text } from '@mantine/core';
import { IconMasksTheater } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Play, Session } from '../../../api/contract';
import { useNotify } from '../../../ui/notify';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { endRehearsal, playRehearsal } from './api';
import classes from './preparing.module.css';

/** Says on every page of a rehearsal that it is one, and lets the made-up members act. */
export default function RehearsalBar({ session }: { session: Session }) {
  const { t } = useTranslation('preparing');
  const client = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const [isEnding, setEnding] = useState(false);
  const play = useMutation({
    mutationFn: (act: Play) => playRehearsal(session.id, act),
    onSuccess: ({ count }) => notify.done(t('rehearsal.played', { count })),
    onError: notify.refused,
    onSettled: () => client.invalidateQueries(),
  });
  const end = useMutation({
    mutationFn: () => endRehearsal(session.id),
    onSuccess: async () => {
      await navigate('/sessions');
      await client.invalidateQueries();
    },
    onError: notify.refused,
  });
  const isVoteOpen = session.items.some(({ motions }) => motions.some(({ state }) => state === 'open'));
  return (
    <section className={classes.rehearsal} aria-label={t('rehearsal.mark')}>
      <Group gap={8} wrap="nowrap"><IconMasksTheater size={22} aria-hidden /><div><Text fw={700}>{t('rehearsal.mark')}</Text><Text size="sm">{t('rehearsal.text')}</Text></div></Group>
      {session.can.run && (
        <Group gap="xs">
          {(session.state === 'sent' || session.state === 'inSession') && <Button variant="default" loading={play.isPending} onClick={() => play.mutate('arrive')}>{t('rehearsal.arrive')}</Button>}
          {session.state === 'inSession' && session.currentItemId !== null && <Button variant="default" disabled={play.isPending} onClick={() => play.mutate('askFloor')}>{t('rehearsal.askFloor')}</Button>}
          {isVoteOpen && <Button variant="default" disabled={play.isPending} onClick={() => play.mutate('vote')}>{t('rehearsal.vote')}</Button>}
          <Button variant="default" onClick={() => setEnding(true)}>{t('rehearsal.end')}</Button>
        </Group>
      )}
      {isEnding && <ConfirmDialog title={t('rehearsal.end')} text={t('rehearsal.end.text')} confirm={t('rehearsal.end')} isBusy={end.isPending} onClose={() => setEnding(false)} onConfirm={() => end.mutate()} />}
    </section>
  );
}
