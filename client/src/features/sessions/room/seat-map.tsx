import { Button, Group, Text, UnstyledButton } from '@mantine/core';
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

/** The room as it sits, with who is there now; who keeps the attendance does it here too. */
export function SeatMap({ session }: { session: Session }) {
  const query = useQuery(seatPlanQuery(session.bodyId));
  return <QueryView query={query} rows={3}>{({ seats }) => <Seats session={session} seats={seats} />}</QueryView>;
}

function Seats({ session, seats }: { session: Session; seats: PlacedSeat[] }) {
  const { t } = useTranslation('room');
  const [chosen, setChosen] = useState<string | null>(null);
  const entries = new Map(session.attendance.map((entry) => [entry.seatNumber, entry]));
  const seat = seats.find(({ seatId }) => seatId === chosen);
  const entry = seat && entries.get(seat.number);
  return (
    <div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('map.scroll')}>
        <ul className={classes.map}>{seats.map((each) => <SeatButton key={each.seatId} seat={each} entry={entries.get(each.number) ?? null} isChosen={each.seatId === chosen} onChoose={() => setChosen(each.seatId)} />)}</ul>
      </div>
      <Legend />
      <div aria-live="polite" className={classes.chosen}>
        {seat && entry ? <Chosen session={session} entry={entry} /> : <Text size="sm" c="dimmed">{t(session.can.takeAttendance ? 'map.pick' : 'map.look')}</Text>}
      </div>
    </div>
  );
}

function SeatButton({ seat, entry, isChosen, onChoose }: { seat: PlacedSeat; entry: Attendance | null; isChosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('room');
  const localised = useLocalised();
  const presence = entry === null ? null : presenceOf(entry);
  const { Icon, color } = presenceLooks[presence ?? 'open'];
  const state = presence === null ? t('map.vacant') : t(`map.${presence}`);
  const text = t('map.seat', { number: seat.number, title: localised(seat.title, seat.titleEn), state });
  return (
    <li style={{ gridRow: seat.row, gridColumn: seat.column }}>
      <UnstyledButton className={classes.seat} data-vacant={entry === null || undefined} style={{ borderColor: color }} aria-pressed={isChosen} aria-label={text} title={text} onClick={onChoose}>
        <span>{seat.number}</span>{entry !== null && <Icon size={18} color={color} aria-hidden />}
      </UnstyledButton>
    </li>
  );
}

function Legend() {
  const { t } = useTranslation('room');
  return (
    <ul className={classes.legend} aria-label={t('map.legend')}>
      {presences.map((presence) => {
        const { Icon, color } = presenceLooks[presence];
        return <li key={presence}><Icon size={18} color={color} aria-hidden /> {t(`map.${presence}`)}</li>;
      })}
    </ul>
  );
}

function Chosen({ session, entry }: { session: Session; entry: Attendance }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const change = useSessionChange((act: AttendanceEntry) => recordAttendance(session.id, act));
  const record = (act: Omit<AttendanceEntry, 'memberId'>) => change.mutate({ memberId: entry.memberId, ...act });
  const isHere = entry.state === 'checkedIn';
  return (
    <>
      <Text fw={600}>{entry.seatNumber}. {localised(entry.title, entry.titleEn)}</Text>
      <AttendanceMark entry={entry} />
      {session.can.takeAttendance && (
        <Group gap="xs" mt="xs">
          {!isHere && <Button loading={change.isPending} onClick={() => record({ act: 'checkIn', mode: 'room' })}>{t('attend.checkIn.room')}</Button>}
          {!isHere && <Button variant="default" onClick={() => record({ act: 'checkIn', mode: 'online' })}>{t('attend.checkIn.online')}</Button>}
          {isHere && <Button variant="default" loading={change.isPending} onClick={() => record({ act: 'leave' })}>{t('attend.leave')}</Button>}
        </Group>
      )}
    </>
  );
}
