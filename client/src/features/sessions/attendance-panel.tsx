import { Chip, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance, AttendanceState, Session } from '../../api/contract';
import { withTexts } from '../../i18n/start';
import { useLocalised } from '../../ui/localised';
import { Empty, Loading } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { AttendanceMenu, type SubstituteDialogFrame } from './attendance-menu';
import { AttendanceMark } from './attendance-mark';
import { MyAttendance } from './my-attendance';
import classes from './sessions.module.css';

const SeatMap = lazy(async () => ({ default: (await withTexts('meeting', import('./room/seat-map'))).SeatMap }));

type Filter = 'all' | 'present' | 'absent' | 'open';
const filters: Filter[] = ['all', 'present', 'absent', 'open'];
const groupOf: Record<AttendanceState, Exclude<Filter, 'all'>> = {
  invited: 'open', confirmed: 'open', absenceRequested: 'absent', absenceApproved: 'absent', absenceRefused: 'open', substituted: 'absent', checkedIn: 'present', left: 'absent',
};

/** Who is here: everyone sees it, the secretariat keeps it. */
export function AttendancePanel({ session, memberId, substituteDialog }: { session: Session; memberId: string | null; substituteDialog: SubstituteDialogFrame }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const [filter, setFilter] = useState<Filter>('all');
  const mine = session.attendance.find((entry) => entry.memberId === memberId);
  const count = (group: Filter) => session.attendance.filter((entry) => group === 'all' || groupOf[entry.state] === group).length;
  const shown = session.attendance.filter((entry) => filter === 'all' || groupOf[entry.state] === filter).sort((a, b) => a.seatNumber - b.seatNumber);
  if (session.attendance.length === 0) return <Empty title={t('attend.empty.title')}>{t('attend.empty.text')}</Empty>;
  return (
    <Stack gap="md">
      <div><Text fw={600}>{t(session.quorum.reached ? 'quorum.reached' : 'quorum.missing')}: {t('quorum.short', { ...session.quorum })}</Text><Text size="sm" c="dimmed">{t('quorum.citation', { citation: localised(session.quorum.citation, session.quorum.citationEn) })}</Text></div>
      {mine && <MyAttendance session={session} mine={mine} />}
      <MapFold session={session} />
      <Chip.Group value={filter} onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'all')}>
        <Group gap={6} role="group" aria-label={t('attend.filter')}>
          {filters.map((each) => <Chip key={each} value={each} size="md" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`attend.filter.${each}`)} {count(each)}</Chip>)}
        </Group>
      </Chip.Group>
      <ul className="plain-list" aria-label={t('attend.title')}>{shown.map((entry) => <AttendanceRow key={entry.memberId} session={session} entry={entry} substituteDialog={substituteDialog} />)}</ul>
    </Stack>
  );
}

function AttendanceRow({ session, entry, substituteDialog }: { session: Session; entry: Attendance; substituteDialog: SubstituteDialogFrame }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const { clock } = useTimes();
  const title = localised(entry.title, entry.titleEn);
  const name = localised(entry.name, entry.nameEn);
  const details = [name === title ? '' : name, entry.isChair ? t('attend.chair') : '', entry.votes ? '' : t('attend.noVote')].filter((part) => part !== '').join(' · ');
  return (
    <li className={classes.member}>
      <span className={classes.number}>{entry.seatNumber}</span>
      <div>
        <Text fw={500}>{title}</Text>
        {details !== '' && <Text size="sm" c="dimmed">{details}</Text>}
        <Group gap={6} mt={2}>
          <AttendanceMark entry={entry} />
          {entry.state === 'checkedIn' && entry.checkedInAt !== null && <Text size="sm" c="dimmed">{clock(entry.checkedInAt)}</Text>}
        </Group>
        {entry.substituteName !== null && <Text size="sm">{t('attend.substitute', { name: entry.substituteName })}</Text>}
        {entry.reason !== null && <Text size="sm" c="dimmed">{entry.reason}</Text>}
      </div>
      {session.can.takeAttendance && <AttendanceMenu sessionId={session.id} entry={entry} name={title} substituteDialog={substituteDialog} />}
    </li>
  );
}

/** The room as it sits, drawn when it is opened. */
function MapFold({ session }: { session: Session }) {
  const { t } = useTranslation('sessions');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <Text component="summary" fw={600} mih={44} style={{ cursor: 'pointer', lineHeight: '44px' }}>{t('attend.map')}</Text>
      {isOpen && <Suspense fallback={<Loading rows={3} />}><SeatMap session={session} /></Suspense>}
    </details>
  );
}
