import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance, Session } from '../../api/contract';
import { ReasonDialog } from '../../ui/reason-dialog';
import { type AttendanceEntry, recordAttendance } from './api';
import { AttendanceMark } from './attendance-mark';
import { useSessionChange } from './use-session-change';

/** A member's own answer to the invitation, and checking in. */
export function MyAttendance({ session, mine }: { session: Session; mine: Attendance }) {
  const { t } = useTranslation('sessions');
  const [isAsking, setAsking] = useState(false);
  const change = useSessionChange((entry: AttendanceEntry) => recordAttendance(session.id, entry), () => t('attend.done'));
  const { confirm, requestAbsence, checkIn } = session.can;
  const record = (act: Omit<AttendanceEntry, 'memberId'>) => change.mutate({ memberId: mine.memberId, ...act });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="xs"><Text fw={600}>{t(confirm || requestAbsence ? 'attend.mine' : 'attend.mine.state')}</Text><AttendanceMark entry={mine} /></Group>
      {(confirm || requestAbsence || checkIn) && (
        <Group gap="xs" mt="sm">
          {checkIn && <Button loading={change.isPending} onClick={() => record({ act: 'checkIn', mode: 'room' })}>{t('attend.checkIn.room')}</Button>}
          {checkIn && <Button variant="default" onClick={() => record({ act: 'checkIn', mode: 'online' })}>{t('attend.checkIn.online')}</Button>}
          {confirm && <Button variant={checkIn ? 'default' : 'filled'} onClick={() => record({ act: 'confirm' })}>{t('attend.confirm')}</Button>}
          {requestAbsence && <Button variant="default" onClick={() => setAsking(true)}>{t('attend.requestAbsence')}</Button>}
        </Group>
      )}
      {isAsking && (
        <ReasonDialog title={t('attend.requestAbsence')} text={t('attend.requestAbsence.text')} label={t('reason')} confirm={t('attend.requestAbsence')} isBusy={change.isPending} onClose={() => setAsking(false)}
          onConfirm={(reason) => change.mutate({ memberId: mine.memberId, act: 'requestAbsence', reason }, { onSuccess: () => setAsking(false) })} />
      )}
    </Paper>
  );
}
