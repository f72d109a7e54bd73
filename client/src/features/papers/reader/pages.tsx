import { type MouseEvent, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../api/lazy-part';
import type { Spoken } from '../aloud/reading-aloud';
import type { ChangeMarks } from '../changes/change-layer';
import type { Note } from '../../../api/contract';
import { spotAt, type Spot } from '../notes/geometry';
import { InkLayer } from '../notes/ink-layer';
import { NoteLayer } from '../notes/layer';
import type { Ink } from '../notes/use-ink';
import type { KeepLetters } from '../notes/use-selection';
import { type PDFDocumentProxy, prepareSpare } from './engine';
import type { FirstPicture } from './first-picture-of';
import { widestRow } from './layout';
import { PageView } from './page-view';
import type { PageLink } from './render-page';
import type { useFind } from './use-find';
import type { View } from './use-view';
import classes from './reader.module.css';

const SpokenLayer = lazyPart(() => import('../aloud/spoken-layer'));
const ChangeLayer = lazyPart(() => import('../changes/change-layer'));

interface PagesProps {
  document: PDFDocumentProxy; view: View; isDark: boolean; find: ReturnType<typeof useFind>; onLink: (link: PageLink) => void;
  notes: readonly Note[]; ink: Ink; onLetters: KeepLetters; openId: string | null; onOpen: (id: string) => void;
  /** Null while no changes are looked at. */
  changes: ChangeMarks | null;
  /** The sentence that is read aloud. */
  spoken: Spoken | null;
  /** Of page 1, while no page was painted. */
  picture: FirstPicture | null;
  /** The paper's title, where two lie beside one another. */
  label: string | null;
}

/** The pages near the eye, with what is written on them. */
export function Pages({ document, view, isDark, find, onLink, notes, ink, onLetters, openId, onOpen, changes, spoken, picture, label }: PagesProps) {
  const { t } = useTranslation('papers');
  const { layout, first, last, rotation, learnSize, scroller } = view;
  const numbers = useMemo(() => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index), [first, last]);
  const [isStarted, setStarted] = useState(false);
  const start = useCallback(() => {
    setStarted(true);
    prepareSpare();
  }, []);
  const turnTaken = useRef(0);
  const takeTurn = useCallback((turn: number) => {
    const isNew = turn > turnTaken.current;
    turnTaken.current = Math.max(turn, turnTaken.current);
    return isNew;
  }, []);
  const isReady = layout.sizeOf(1).width > 0;
  const widest = widestRow(layout, numbers);
  const isWide = scroller.current !== null && widest + 24 > scroller.current.clientWidth;
  const openMarked = (event: MouseEvent) => {
    const page = event.target instanceof Element && event.target.closest('button') === null ? event.target.closest<HTMLElement>('[data-page]') : null;
    if (page === null || window.getSelection()?.isCollapsed === false) return;
    const marked = markAt(notes, Number(page.dataset['page']), spotAt(event, page, rotation));
    if (marked) onOpen(marked.id);
  };
  return (
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={label === null ? t('reader.page', { page: view.current }) : `${label}: ${t('reader.page', { page: view.current })}`} data-reader-scroller>
      {/* Marks lie under the letters: a click on the letters finds them. By key, they are opened in the list. */}
      <div className={classes.pages} data-dark={isDark || undefined} data-wide={isWide || undefined} style={{ height: layout.tops[layout.count + 1] ?? 0, width: isWide ? widest + 24 : undefined }} onClick={openMarked}>
        {isReady && numbers.map((number) => {
          const size = layout.sizeOf(number);
          return (
            <PageView key={number} document={document} number={number} top={layout.tops[number] ?? 0} {...size} side={layout.columns === 1 ? null : number % 2 === 1 ? 'left' : 'right'} rotation={rotation} isHurried={number === view.current} isHeld={!isStarted && number !== view.current}
              hits={find.hitsOn(number)} currentHit={find.currentOn(number)} onSize={learnSize} onSettled={start} onLink={onLink} onLetters={onLetters} picture={number === 1 && !isStarted ? picture : null}>
              <NoteLayer notes={notes.filter(({ page }) => page === number)} {...size} rotation={rotation} openId={openId} onOpen={onOpen} />
              {changes !== null && <Suspense><ChangeLayer {...changes} page={number} {...size} rotation={rotation} takeTurn={takeTurn} /></Suspense>}
              {spoken?.page === number && <Suspense><SpokenLayer spoken={spoken} {...size} rotation={rotation} /></Suspense>}
              {ink.mode !== null && <InkLayer page={number} {...size} rotation={rotation} isErasing={ink.mode === 'erase'} onStroke={(points) => ink.draw(number, points)} onErase={(spot) => ink.erase(number, spot)} />}
            </PageView>
          );
        })}
      </div>
    </div>
  );
}

function markAt(notes: readonly Note[], page: number, { x, y }: Spot): Note | undefined {
  return notes.findLast((note) => {
    if (note.kind !== 'highlight' || note.page !== page) return false;
    for (let at = 0; at + 3 < note.rects.length; at += 4) {
      const [left = 0, top = 0, width = 0, height = 0] = note.rects.slice(at, at + 4);
      if (x >= left && x <= left + width && y >= top && y <= top + height) return true;
    }
    return false;
  });
}
