import { Chip, Group, Stack, Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { Attendance, AttendanceState, Session, Site } from '../../api/contract';
import { withTexts } from '../../i18n/start';
import { useLocalised } from '../../ui/localised';
import { Empty, Loading } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { AttendanceMenu, type SubstituteDialogFrame } from './attendance-menu';
import { AttendanceMark } from './attendance-mark';
import { MyAttendance } from './my-attendance';
import classes from './sessions.module.css';

const SeatMap = lazyPart(async () => ({ default: (await withTexts('meeting', import('./room/seat-map'))).SeatMap }));

const CodeButton = lazyPart(async () => ({ default: (await withTexts('meeting', import('./check-in/code-button'))).CodeButton }));

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
      {session.can.takeAttendance && <Suspense><Group><CodeButton session={session} /></Group></Suspense>}
      {mine && <MyAttendance session={session} mine={mine} substituteDialog={substituteDialog} />}
      <MapFold session={session} />
      <Chip.Group value={filter} onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'all')}>
        <Group gap={6} role="group" aria-label={t('attend.filter')}>
          {filters.map((each) => <Chip key={each} value={each} size="md" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`attend.filter.${each}`)} {count(each)}</Chip>)}
        </Group>
      </Chip.Group>
      {groupsOf(session, shown).map(({ site, entries }) => (
        <section key={site?.id ?? ''} aria-label={site?.name ?? t('attend.title')}>
          {session.sites.length > 0 && <Title order={2} size="h4" mb={4}>{site?.name ?? t('attend.noSite')} ({entries.filter(({ state }) => state === 'checkedIn').length}/{entries.length})</Title>}
          <ul className="plain-list" aria-label={site?.name ?? t('attend.title')}>{entries.map((entry) => <AttendanceRow key={entry.memberId} session={session} entry={entry} substituteDialog={substituteDialog} />)}</ul>
        </section>
      ))}
    </Stack>
  );
}

/** By site, where there are any: who is there where they are, who is not there yet where they are expected. */
function groupsOf({ sites }: Session, entries: Attendance[]): { site: Site | null; entries: Attendance[] }[] {
  const siteOf = ({ state, siteId, atSiteId }: Attendance) => (state === 'checkedIn' ? atSiteId : siteId);
  return [null, ...sites].map((site) => ({ site, entries: entries.filter((entry) => siteOf(entry) === (site?.id ?? null)) })).filter((group) => group.entries.length > 0 || group.site === null);
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
          <AttendanceMark entry={entry} siteName={session.sites.find(({ id }) => id === entry.atSiteId)?.name} />
          {entry.state === 'checkedIn' && entry.checkedInAt !== null && <Text size="sm" c="dimmed">{clock(entry.checkedInAt)}</Text>}
        </Group>
        {entry.substituteName !== null && <Text size="sm">{t('attend.substitute', { name: entry.substituteName })}</Text>}
        {entry.reason !== null && <Text size="sm" c="dimmed">{entry.reason}</Text>}
      </div>
      {session.can.takeAttendance && <AttendanceMenu sessionId={session.id} sites={session.sites} entry={entry} name={title} substituteDialog={substituteDialog} />}
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
