import { encode } from 'uqr';
import classes from './qr-code.module.css';

/** Black on white in any theme: cameras read it so. One path, no image, no script. */
export function QrCode({ text, label, size: look = 'small' }: { text: string; label: string; size?: 'small' | 'full' }) {
  const { data, size } = encode(text, { border: 1 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={classes.qr} data-size={look} shapeRendering="crispEdges"><path d={path} fill="#000" /></svg>;
}
