import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance, PlacedSeat, Session } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { QueryView } from '../../../ui/states';
import { type AttendanceEntry, recordAttendance } from '../api';
import { AttendanceMark } from '../attendance-mark';
import { useSessionChange } from '../use-session-change';
import { seatPlanQuery } from './api';
import { presenceLooks, presenceOf, presences } from './presence-look';
import classes from './room.module.css';

/** What a seat shows: a picture and a colour, with the word. */
export interface SeatMark { Icon: TablerIcon; color: string; word: string }
/** What each seat chose in a vote, by seat number, and how many of each. */
export interface SeatVotes { seats: ReadonlyMap<number, SeatMark>; legend: (SeatMark & { count: number })[] }

/** The room as it sits, with who is there now, or with what each seat chose; who keeps the attendance does it here too. */
export function SeatMap({ session, votes = null }: { session: Session; votes?: SeatVotes | null }) {
  const query = useQuery(seatPlanQuery(session.bodyId));
  return <QueryView query={query} rows={3}>{({ seats }) => <Seats session={session} seats={seats} votes={votes} />}</QueryView>;
}

function Seats({ session, seats, votes }: { session: Session; seats: PlacedSeat[]; votes: SeatVotes | null }) {
  const { t } = useTranslation('room');
  const [chosen, setChosen] = useState<string | null>(null);
  const markOf = useMarks(votes);
  const entries = new Map(session.attendance.map((entry) => [entry.seatNumber, entry]));
  const seat = seats.find(({ seatId }) => seatId === chosen);
  const entry = seat && entries.get(seat.number);
  return (
    <div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('map.scroll')}>
        <ul className={classes.map}>{seats.map((each) => <SeatButton key={each.seatId} seat={each} mark={markOf(each, entries.get(each.number) ?? null)} isChosen={each.seatId === chosen} onChoose={() => setChosen(each.seatId)} />)}</ul>
      </div>
      <Legend votes={votes} hasSites={session.sites.length > 0} />
      <div aria-live="polite" className={classes.chosen}>
        {seat && entry ? <Chosen session={session} entry={entry} vote={votes?.seats.get(seat.number)?.word ?? null} /> : <Text size="sm" c="dimmed">{t(session.can.takeAttendance ? 'map.pick' : 'map.look')}</Text>}
      </div>
    </div>
  );
}

/** What a seat shows: what was chosen there, else who is there; null for a seat nobody holds. */
function useMarks(votes: SeatVotes | null): (seat: PlacedSeat, entry: Attendance | null) => SeatMark | null {
  const { t } = useTranslation('room');
  return ({ number }, entry) => {
    if (votes !== null) return votes.seats.get(number) ?? null;
    if (entry === null) return null;
    const presence = presenceOf(entry);
    return { ...presenceLooks[presence], word: t(`map.${presence}`) };
  };
}

function SeatButton({ seat, mark, isChosen, onChoose }: { seat: PlacedSeat; mark: SeatMark | null; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('room');
  const localised = useLocalised();
  const text = t('map.seat', { number: seat.number, title: localised(seat.title, seat.titleEn), state: mark?.word ?? t('map.vacant') });
  return (
    <li style={{ gridRow: seat.row, gridColumn: seat.column }}>
      <UnstyledButton className={classes.seat} data-vacant={mark === null || undefined} style={{ borderColor: mark?.color ?? presenceLooks.open.color }} aria-pressed={isChosen} aria-label={text} title={text} onClick={onChoose}>
        <span>{seat.number}</span>{mark !== null && <mark.Icon size={18} color={mark.color} aria-hidden />}
      </UnstyledButton>
    </li>
  );
}

function Legend({ votes, hasSites }: { votes: SeatVotes | null; hasSites: boolean }) {
  const { t } = useTranslation('room');
  return (
    <ul className={classes.legend} aria-label={t('map.legend')}>
      {votes?.legend.map(({ Icon, color, word, count }) => <li key={word}><Icon size={18} color={color} aria-hidden /> {word} {count}</li>)}
      {votes === null && presences.filter((presence) => hasSites || presence !== 'site').map((presence) => {
        const { Icon, color } = presenceLooks[presence];
        return <li key={presence}><Icon size={18} color={color} aria-hidden /> {t(`map.${presence}`)}</li>;
      })}
    </ul>
  );
}

function Chosen({ session, entry, vote }: { session: Session; entry: Attendance; vote: string | null }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const change = useSessionChange((act: AttendanceEntry) => recordAttendance(session.id, act));
  const record = (act: Omit<AttendanceEntry, 'memberId'>) => change.mutate({ memberId: entry.memberId, ...act });
  const isHere = entry.state === 'checkedIn';
  return (
    <>
      <Text fw={600}>{entry.seatNumber}. {localised(entry.title, entry.titleEn)}</Text>
      {vote === null ? <AttendanceMark entry={entry} siteName={session.sites.find(({ id }) => id === entry.atSiteId)?.name} /> : <Text size="sm">{vote}</Text>}
      {vote === null && session.can.takeAttendance && (
        <Group gap="xs" mt="xs">
          {!isHere && <Button loading={change.isPending} onClick={() => record({ act: 'checkIn', mode: 'room' })}>{t('attend.checkIn.room')}</Button>}
          {!isHere && <Button variant="default" onClick={() => record({ act: 'checkIn', mode: 'online' })}>{t('attend.checkIn.online')}</Button>}
          {isHere && <Button variant="default" loading={change.isPending} onClick={() => record({ act: 'leave' })}>{t('attend.leave')}</Button>}
        </Group>
      )}
    </>
  );
}
