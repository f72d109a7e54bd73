import { useEffect, useRef } from 'react';
import { layerStyle, UNITS } from '../notes/geometry';
import type { Spoken } from './reading-aloud';
import classes from './aloud.module.css';

/** The sentence that is read: a frame around its lines, kept in sight. */
export default function SpokenLayer({ spoken, width, height, rotation }: { spoken: Spoken; width: number; height: number; rotation: number }) {
  const first = useRef<SVGRectElement>(null);
  const style = layerStyle(width, height, rotation);
  const ratio = style.height / Math.max(1, style.width);
  // In braces: newer browsers answer with a promise, which is no way to undo an effect.
  useEffect(() => { first.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }, [spoken]);
  return (
    <svg className={classes.layer} style={style} viewBox={`0 0 ${UNITS} ${UNITS * ratio}`} preserveAspectRatio="none" aria-hidden data-spoken>
      {spoken.rects.map(([x, y, w, h], index) => <rect key={`${x} ${y}`} ref={index === 0 ? first : null} x={x * UNITS - 2} y={y * UNITS * ratio - 2} width={w * UNITS + 4} height={h * UNITS * ratio + 4} rx={3} />)}
    </svg>
  );
}
