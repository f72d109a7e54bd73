import { IconBookmarkFilled, IconMessage2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../api/contract';
import { layerStyle, pathOf, UNITS, widthOf } from './geometry';
import classes from './notes.module.css';

interface NoteLayerProps { notes: readonly Note[]; width: number; height: number; rotation: number; openId: string | null; onOpen: (id: string) => void }

/** What is marked, drawn and pinned on one page. Marks lie under the letters, so that text can still be chosen. */
export function NoteLayer({ notes, width, height, rotation, openId, onOpen }: NoteLayerProps) {
  const { t } = useTranslation('notes');
  const style = layerStyle(width, height, rotation);
  const ratio = style.height / Math.max(1, style.width);
  const pins = notes.filter(({ kind, point }) => kind === 'text' && point !== null);
  const bookmark = notes.find(({ kind }) => kind === 'bookmark');
  return (
    <>
      <svg className={classes.marks} style={style} viewBox={`0 0 ${UNITS} ${UNITS * ratio}`} preserveAspectRatio="none" aria-hidden>
        {notes.map((note) => (
          <Fragment key={note.id}>
            {note.kind === 'highlight' && <Mark note={note} ratio={ratio} isOpen={note.id === openId} />}
            {note.strokes.map(({ id, points }) => <path key={id} className={classes.stroke} data-open={note.id === openId || undefined} d={pathOf(points, ratio)} strokeWidth={widthOf(points)} />)}
          </Fragment>
        ))}
      </svg>
      <div className={classes.pins} style={style}>
        {pins.map((note) => (
          <button key={note.id} type="button" className={classes.pin} data-open={note.id === openId || undefined} aria-label={t('pin', { text: note.text })} title={note.text}
            style={{ left: `${(note.point?.[0] ?? 0) * 100}%`, top: `${(note.point?.[1] ?? 0) * 100}%` }} onClick={() => onOpen(note.id)}><IconMessage2 size={20} aria-hidden /></button>
        ))}
      </div>
      {bookmark !== undefined && <button type="button" className={classes.bookmark} aria-label={t('bookmarked', { page: bookmark.page })} onClick={() => onOpen(bookmark.id)}><IconBookmarkFilled size={28} aria-hidden /></button>}
    </>
  );
}

/** The three colours have three edges: none, a line, a broken line. */
function Mark({ note, ratio, isOpen }: { note: Note; ratio: number; isOpen: boolean }) {
  const lines = Array.from({ length: Math.floor(note.rects.length / 4) }, (_, index) => note.rects.slice(index * 4, index * 4 + 4));
  return (
    <g className={classes.mark} data-colour={note.colour} data-open={isOpen || undefined} data-note={note.id}>
      {lines.map(([x = 0, y = 0, width = 0, height = 0]) => (
        <Fragment key={`${x} ${y}`}>
          <rect x={x * UNITS} y={y * UNITS * ratio} width={width * UNITS} height={height * UNITS * ratio} />
          {note.colour !== 'yellow' && <line x1={x * UNITS} x2={(x + width) * UNITS} y1={(y + height) * UNITS * ratio} y2={(y + height) * UNITS * ratio} />}
        </Fragment>
      ))}
    </g>
  );
}
