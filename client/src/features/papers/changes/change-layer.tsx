import { Fragment, useEffect, useRef, useState } from 'react';
import type { ChangeMark, PageChange } from '../../../api/contract';
import { layerStyle, UNITS } from '../notes/geometry';
import { type PageTexts, type Rect, rectsOf } from '../notes/page-text';
import { markedText, placeMark } from './place-mark';
import type { ChosenChange } from './use-changes';
import classes from './changes.module.css';

/** The changes that are marked on the pages of one version. */
export interface ChangeMarks { texts: PageTexts; list: readonly PageChange[]; side: 'older' | 'newer'; chosen: ChosenChange | null }

interface ChangeLayerProps extends ChangeMarks { page: number; width: number; height: number; rotation: number; /** Whether this turn has brought nothing into sight yet; from then on it has. */ takeTurn: (turn: number) => boolean }
interface Shape { index: number; key: string; look: 'in' | 'out' | 'moved' | 'gone'; rects: Rect[] }

const marksOf = (change: PageChange, side: 'older' | 'newer') => (side === 'older' ? change.olderMarks : change.newerMarks);

/** What was put in, struck out or moved on one page, told apart by lines as well as by colour. */
export default function ChangeLayer({ texts, list, side, chosen, page, width, height, rotation, takeTurn }: ChangeLayerProps) {
  const shapes = useShapes({ texts, list, side, page });
  const first = useRef<SVGGElement | null>(null);
  const style = layerStyle(width, height, rotation);
  const ratio = style.height / Math.max(1, style.width);
  const turn = chosen?.turn ?? 0;
  const current = shapes.find(({ index }) => index === chosen?.index)?.key ?? null;
  useEffect(() => {
    // Once: who scrolls back to this page later stays where they are.
    if (current !== null && takeTurn(turn)) first.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [current, turn, takeTurn]);
  return (
    <svg className={classes.layer} style={style} viewBox={`0 0 ${UNITS} ${UNITS * ratio}`} preserveAspectRatio="none" aria-hidden>
      {shapes.map((shape) => (
        <g key={shape.key} ref={shape.key === current ? first : null} className={classes.shape} data-look={shape.look} data-change={shape.index} data-current={shape.index === chosen?.index || undefined}>
          {shape.rects.map(([x, y, w, h]) => <Lines key={`${x} ${y}`} look={shape.look} x={x * UNITS} y={y * UNITS * ratio} width={w * UNITS} height={h * UNITS * ratio} />)}
        </g>
      ))}
    </svg>
  );
}

/** Put in: underlined. Struck out: struck through. Moved: a broken line below. Gone: a wedge below, between the words. */
function Lines({ look, x, y, width, height }: { look: Shape['look']; x: number; y: number; width: number; height: number }) {
  if (look === 'gone') return <path d={`M${x} ${y + height * 0.85} l${height * 0.4} ${height * 0.7} h${-height * 0.8} z`} />;
  const at = look === 'out' ? y + height * 0.55 : y + height;
  return <Fragment><rect x={x} y={y} width={width} height={height} /><line x1={x} x2={x + width} y1={at} y2={at} /></Fragment>;
}

function lookOf(change: PageChange, side: 'older' | 'newer', mark: ChangeMark): Shape['look'] {
  if (mark.words === '') return 'gone';
  return change.kind === 'moved' ? 'moved' : side === 'older' ? 'out' : 'in';
}

/** Where the marks of a page stand, once its text has been read. */
function useShapes({ texts, list, side, page }: Pick<ChangeLayerProps, 'texts' | 'list' | 'side' | 'page'>): Shape[] {
  const [found, setFound] = useState<{ list: readonly PageChange[]; shapes: Shape[] } | null>(null);
  useEffect(() => {
    const here = list.flatMap((change, index) => marksOf(change, side).flatMap((mark, at) => (mark.page === page ? [{ change, mark, index, key: `${index} ${at}` }] : [])));
    if (here.length === 0) return undefined;
    let isGone = false;
    void texts.read(page).then((text) => {
      if (isGone) return;
      const marked = markedText(text.text);
      setFound({ list, shapes: here.flatMap(({ change, mark, index, key }) => {
        const place = placeMark(marked, mark);
        if (place === null) return [];
        const isGap = place.start === place.end;
        const rects = isGap ? gapAt(text, place.start) : rectsOf(text, place.start, place.end);
        return rects.length === 0 ? [] : [{ index, key, look: isGap ? 'gone' as const : lookOf(change, side, mark), rects }];
      }) });
      // A page that cannot be read shows no marks; that it cannot is said on the page.
    }, () => undefined);
    return () => { isGone = true; };
  }, [texts, list, side, page]);
  return found?.list === list ? found.shapes : [];
}

/** A place between two letters: the left edge of the one behind it, or the right edge of the one before. */
function gapAt(text: Awaited<ReturnType<PageTexts['read']>>, at: number): Rect[] {
  const [behind] = rectsOf(text, at, at + 1);
  if (behind) return [[behind[0], behind[1], 0, behind[3]]];
  const before = rectsOf(text, Math.max(0, at - 2), at).at(-1);
  return before ? [[before[0] + before[2], before[1], 0, before[3]]] : [];
}
