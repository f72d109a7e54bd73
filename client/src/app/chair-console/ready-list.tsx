import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconDeviceTabletOff, IconPlugConnected, IconUserOff, type TablerIcon } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attendance, Session } from '../../api/contract';
import { http } from '../../api/http';
import { useLocalised } from '../../ui/localised';
import classes from './chair-console.module.css';

const presenceQuery = (sessionId: string) => queryOptions({
  queryKey: ['presence', sessionId], queryFn: ({ signal }) => http.get<{ memberIds: string[] }>(`/sessions/${sessionId}/presence`, signal), refetchInterval: 5_000,
});

type Readiness = 'ready' | 'remote' | 'noDevice' | 'absent';
const icons: Record<Readiness, TablerIcon> = { ready: IconCircleCheck, remote: IconPlugConnected, noDevice: IconDeviceTabletOff, absent: IconUserOff };
const order: Readiness[] = ['noDevice', 'absent', 'remote', 'ready'];

function readinessOf(member: Attendance, isConnected: boolean, absentMayVote: boolean): Readiness {
  if (member.state === 'checkedIn') return isConnected ? 'ready' : 'noDevice';
  return isConnected && absentMayVote ? 'remote' : 'absent';
}

/** Who could vote this minute: those who cannot are named first, so that somebody goes to them. */
export function ReadyList({ session }: { session: Session }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const { data } = useQuery(presenceQuery(session.id));
  if (!data) return null;
  const voters = session.attendance.filter(({ votes }) => votes).map((member) => ({ member, readiness: readinessOf(member, data.memberIds.includes(member.memberId), session.ruleSet.absentMayVote) }));
  const count = (readiness: Readiness) => voters.filter((voter) => voter.readiness === readiness).length;
  return (
    <section aria-label={t('ready.title')}>
      <Title order={2} size="h3">{t('ready.title')}</Title>
      <Text mt={4}>{t('ready.counts', { ready: count('ready'), remote: count('remote'), noDevice: count('noDevice'), absent: count('absent'), total: voters.length })}</Text>
      <details>
        <Text component="summary" mih={36} fw={600} style={{ cursor: 'pointer' }}>{t('ready.who')}</Text>
        <ul className={classes.ready}>
          {[...voters].sort((left, right) => order.indexOf(left.readiness) - order.indexOf(right.readiness) || left.member.seatNumber - right.member.seatNumber).map(({ member, readiness }) => {
            const Icon = icons[readiness];
            return <li key={member.memberId} data-readiness={readiness}><Icon size={18} aria-hidden /><span>{localised(member.title, member.titleEn)}</span><span className={classes.outcome}>{t(`ready.${readiness}`)}</span></li>;
          })}
        </ul>
      </details>
    </section>
  );
}
