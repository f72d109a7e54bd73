import { DndContext, type DragEndEvent, PointerSensor, pointerWithin, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core';
import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { PlacedSeat, Session } from '../../../api/contract';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { Page, Sheet } from '../../../ui/page';
import { QueryView } from '../../../ui/states';
import { seatPlanKey } from '../keys';
import { type DrawnPlace, drawSeatPlan, seatPlanQuery } from './api';
import { moveSeat, sizeOf } from './seat-plan-moves';
import classes from './room.module.css';

const steps: Record<string, { row: number; column: number }> = { ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 } };

/** Where the seats stand: drag them, or move the focused one with the arrow keys. */
export function SeatPlanEditor({ session }: { session: Session }) {
  const query = useQuery(seatPlanQuery(session.bodyId));
  return <QueryView query={query} rows={4}>{({ seats }) => <Editor session={session} initial={seats} />}</QueryView>;
}

function Editor({ session, initial }: { session: Session; initial: PlacedSeat[] }) {
  const { t } = useTranslation('room');
  const [seats, setSeats] = useState(initial);
  const [said, setSaid] = useState('');
  const save = useSave(session);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const move = (seatId: string, to: { row: number; column: number }) => {
    const next = moveSeat(seats, seatId, to);
    const seat = next.find((each) => each.seatId === seatId);
    setSeats(next);
    if (seat) setSaid(t('plan.moved', { number: seat.number, row: seat.row, column: seat.column }));
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const [row, column] = String(over?.id ?? '').split(' ').map(Number);
    if (row !== undefined && column !== undefined && row > 0) move(String(active.id), { row, column });
  };
  const { rows, columns } = sizeOf(seats);
  const places = Array.from({ length: rows * columns }, (_, index) => ({ row: 1 + Math.floor(index / columns), column: 1 + (index % columns) }));
  return (
    <Page title={t('plan.title')} lead={t('plan.lead')} actions={<Button variant="default" component={Link} to={`/sessions/${session.id}/room`}>{t('plan.back')}</Button>}>
      <Sheet label={t('plan.grid')}>
        <div className={classes.scroll}>
          <DndContext sensors={sensors} collisionDetection={pointerWithin} onDragEnd={onDragEnd}>
            <div className={classes.grid} role="group" aria-label={t('plan.grid')}>
              {places.map((place) => <PlaceCell key={`${place.row} ${place.column}`} place={place} seat={seats.find(({ row, column }) => row === place.row && column === place.column) ?? null} onMove={move} />)}
            </div>
          </DndContext>
        </div>
        <span role="status" className="visually-hidden">{said}</span>
        <Group mt="md" gap="sm">
          <Button loading={save.isPending} onClick={() => save.mutate(seats.map(({ seatId, row, column }) => ({ seatId, row, column })))}>{t('plan.save')}</Button>
          <Button variant="default" disabled={save.isPending} onClick={() => save.mutate([])}>{t('plan.reset')}</Button>
        </Group>
      </Sheet>
    </Page>
  );
}

function useSave(session: Session) {
  const { t } = useTranslation('room');
  const client = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (places: DrawnPlace[]) => drawSeatPlan(session.bodyId, places),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: seatPlanKey(session.bodyId) });
      notify.done(t('plan.saved'));
      void navigate(`/sessions/${session.id}/room`);
    },
    onError: notify.refused,
  });
}

interface PlaceCellProps { place: { row: number; column: number }; seat: PlacedSeat | null; onMove: (seatId: string, to: { row: number; column: number }) => void }

function PlaceCell({ place, seat, onMove }: PlaceCellProps) {
  const { setNodeRef, isOver } = useDroppable({ id: `${place.row} ${place.column}` });
  return <div ref={setNodeRef} className={classes.place} data-over={isOver || undefined} style={{ gridRow: place.row, gridColumn: place.column }}>{seat && <Movable key={seat.seatId} seat={seat} onMove={onMove} />}</div>;
}

function Movable({ seat, onMove }: { seat: PlacedSeat; onMove: PlaceCellProps['onMove'] }) {
  const { t } = useTranslation('room');
  const localised = useLocalised();
  const { setNodeRef, listeners, transform } = useDraggable({ id: seat.seatId });
  const text = t('plan.seat', { number: seat.number, title: localised(seat.title, seat.titleEn), row: seat.row, column: seat.column });
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    onMove(seat.seatId, { row: seat.row + step.row, column: seat.column + step.column });
    // The seat is drawn anew at its place: the focus goes with it.
    window.setTimeout(() => document.querySelector<HTMLElement>(`[data-seat="${seat.seatId}"]`)?.focus());
  };
  return (
    <button ref={setNodeRef} type="button" className={classes.movable} data-seat={seat.seatId} data-chair={seat.number === 1 || undefined} aria-label={text} title={text} {...listeners} onKeyDown={onKeyDown}
      style={transform ? { transform: `translate(${transform.x}px, ${transform.y}px)`, position: 'relative', zIndex: 2 } : undefined}>{seat.number}</button>
  );
}
