import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance, Session } from '../../api/contract';
import { ReasonDialog } from '../../ui/reason-dialog';
import { type AttendanceEntry, recordAttendance } from './api';
import type { SubstituteDialogFrame } from './attendance-menu';
import { AttendanceMark } from './attendance-mark';
import { useSessionChange } from './use-session-change';

/** A member's own answer to the invitation, and checking in. */
export function MyAttendance({ session, mine, substituteDialog }: { session: Session; mine: Attendance; substituteDialog: SubstituteDialogFrame }) {
  const { t } = useTranslation('sessions');
  const [isAsking, setAsking] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const change = useSessionChange((entry: AttendanceEntry) => recordAttendance(session.id, entry), () => t('attend.done'));
  const { confirm, requestAbsence, checkIn } = session.can;
  const site = session.sites.find(({ id }) => id === mine.siteId);
  // Who does not come says who comes instead; who means to come says first that they do not.
  const names = session.can.nameSubstitute && (mine.state === 'absenceRequested' || mine.state === 'absenceApproved' || mine.state === 'absenceRefused' || mine.state === 'substituted');
  const record = (act: Omit<AttendanceEntry, 'memberId'>) => change.mutate({ memberId: mine.memberId, ...act });
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" gap="xs"><Text fw={600}>{t(confirm || requestAbsence ? 'attend.mine' : 'attend.mine.state')}</Text><AttendanceMark entry={mine} siteName={session.sites.find(({ id }) => id === mine.atSiteId)?.name} /></Group>
      {mine.substituteName !== null && <Text mt={4}>{t('attend.substitute', { name: mine.substituteName })}</Text>}
      {(confirm || requestAbsence || checkIn || names) && (
        <Group gap="xs" mt="sm">
          {checkIn && site && <Button loading={change.isPending} onClick={() => record({ act: 'checkIn', mode: 'online', siteId: site.id })}>{t('attend.checkIn.site', { name: site.name })}</Button>}
          {checkIn && <Button variant={site ? 'default' : 'filled'} loading={change.isPending} onClick={() => record({ act: 'checkIn', mode: 'room' })}>{t('attend.checkIn.room')}</Button>}
          {checkIn && <Button variant="default" onClick={() => record({ act: 'checkIn', mode: 'online' })}>{t('attend.checkIn.online')}</Button>}
          {confirm && <Button variant={checkIn ? 'default' : 'filled'} onClick={() => record({ act: 'confirm' })}>{t('attend.confirm')}</Button>}
          {requestAbsence && <Button variant="default" onClick={() => setAsking(true)}>{t('attend.requestAbsence')}</Button>}
          {names && <Button variant="default" onClick={() => setNaming(true)}>{t(mine.state === 'substituted' ? 'attend.otherSubstitute' : 'attend.nameSubstitute')}</Button>}
        </Group>
      )}
      {isNaming && substituteDialog({ isBusy: change.isPending, onClose: () => setNaming(false), onConfirm: (named) => change.mutate({ memberId: mine.memberId, act: 'nameSubstitute', ...named }, { onSuccess: () => setNaming(false) }) })}
      {isAsking && (
        <ReasonDialog title={t('attend.requestAbsence')} text={t('attend.requestAbsence.text')} label={t('reason')} confirm={t('attend.requestAbsence')} isBusy={change.isPending} onClose={() => setAsking(false)}
          onConfirm={(reason) => change.mutate({ memberId: mine.memberId, act: 'requestAbsence', reason }, { onSuccess: () => setAsking(false) })} />
      )}
    </Paper>
  );
}
