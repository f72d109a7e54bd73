import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { layerStyle, pathOf, type Spot, spotAt, thinned, UNITS, widthOf } from './geometry';
import classes from './notes.module.css';

interface InkLayerProps { page: number; width: number; height: number; rotation: number; isErasing: boolean; onStroke: (points: number[]) => void; onErase: (spot: Spot) => void }

/** Who has drawn with a pen rests the hand on the glass: from then on fingers only scroll. */
let isPenSeen = false;

/** Takes what finger, pen and mouse draw on a page. */
export function InkLayer({ page, width, height, rotation, isErasing, onStroke, onErase }: InkLayerProps) {
  const { t } = useTranslation('notes');
  const [points, setPoints] = useState<readonly number[]>([]);
  const drawing = useRef<{ pointer: number; points: number[] } | null>(null);
  const style = layerStyle(width, height, rotation);
  const ratio = style.height / Math.max(1, style.width);
  const add = (event: PointerEvent) => {
    const now = drawing.current;
    if (!now) return;
    const moves = event.nativeEvent.getCoalescedEvents();
    for (const move of moves.length > 0 ? moves : [event.nativeEvent]) {
      const spot = spotAt(move, event.currentTarget, rotation);
      if (isErasing) onErase(spot);
      else now.points.push(spot.x, spot.y, move.pressure > 0 ? move.pressure : 0.5);
    }
    setPoints([...now.points]);
  };
  const begin = (event: PointerEvent) => {
    if (event.pointerType === 'pen') isPenSeen = true;
    if (event.button !== 0 || (event.pointerType === 'touch' && isPenSeen)) return;
    if (drawing.current) {
      // A second finger: this was no drawing.
      drawing.current = null;
      setPoints([]);
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = { pointer: event.pointerId, points: [] };
    add(event);
  };
  const move = (event: PointerEvent) => {
    if (drawing.current?.pointer === event.pointerId) add(event);
  };
  const end = (event: PointerEvent) => {
    const now = drawing.current;
    if (now?.pointer !== event.pointerId) return;
    drawing.current = null;
    setPoints([]);
    const line = thinned(now.points);
    if (line.length > 0 && event.type === 'pointerup') onStroke(line);
  };
  return (
    <div className={classes.ink} data-erasing={isErasing || undefined} data-pen={isPenSeen || undefined} data-ink-page={page} role="img" aria-label={t('ink.surface', { page })} onPointerDown={begin} onPointerMove={move} onPointerUp={end} onPointerCancel={end}>
      <svg className={classes.marks} style={style} viewBox={`0 0 ${UNITS} ${UNITS * ratio}`} preserveAspectRatio="none" aria-hidden>
        {points.length > 0 && <path className={classes.stroke} d={pathOf(points, ratio)} strokeWidth={widthOf(points)} />}
      </svg>
    </div>
  );
}
