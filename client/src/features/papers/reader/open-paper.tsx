import { type KeyboardEvent, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from './engine';
import { FindBar } from './find-bar';
import { LinkDialog } from './link-dialog';
import { clampPage, type PageSize } from './layout';
import { PageView } from './page-view';
import { pageOfDestination } from './destination';
import type { PageLink } from './render-page';
import type { ReaderProps } from './reader-props';
import { SidePane } from './side-pane';
import { Toolbar } from './toolbar';
import { useFind } from './use-find';
import { useGestures } from './use-gestures';
import { rememberedPage, useProgress } from './use-progress';
import { useView, type View } from './use-view';
import classes from './reader.module.css';

const SignaturesDialog = lazy(() => import('../signatures-dialog'));

interface OpenPaperProps extends ReaderProps { document: PDFDocumentProxy; firstSize: PageSize }

/** A paper that is open: toolbar, find, thumbnails, and the pages near the eye. */
export function OpenPaper({ document, firstSize, version, title, isUnread, page, onPage, onComment }: OpenPaperProps) {
  const { t } = useTranslation('papers');
  const [startPage] = useState(() => clampPage(page ?? rememberedPage(version.id), document.numPages));
  const view = useView(document.numPages, firstSize, startPage);
  const find = useFind(document, view.current, view.goTo);
  const [isFinding, setFinding] = useState(false);
  const [isSideOpen, setSideOpen] = useState(false);
  const [isDark, setDark] = useState(() => window.localStorage.getItem('reader.dark') === 'yes');
  const [link, setLink] = useState<string | null>(null);
  const [isAskingWho, setAskingWho] = useState(false);
  const pageBox = useRef<HTMLInputElement>(null);
  useGestures(view.scroller, view.zoom, view.setFit);
  useProgress(version.id, view.current, isUnread, onPage);
  useAddress(page, view);
  const toggleDark = () => {
    window.localStorage.setItem('reader.dark', isDark ? 'no' : 'yes');
    setDark(!isDark);
  };
  const closeFind = () => {
    setFinding(false);
    find.setOptions({ ...find.options, words: '' });
    view.scroller.current?.focus();
  };
  const follow = (target: PageLink) => {
    if (target.url !== null) setLink(target.url);
    else void pageOfDestination(document, target.dest).then((found) => { if (found !== null) view.goTo(found); });
  };
  const onKeyDown = useReaderKeys(view, { find: () => setFinding(true), goToBox: () => pageBox.current?.select() });
  return (
    <section className={classes.reader} aria-label={t('reader.label', { title })} onKeyDown={onKeyDown}>
      <Toolbar view={view} count={document.numPages} versionId={version.id} pageBox={pageBox} isSideOpen={isSideOpen} isDark={isDark} onSide={() => setSideOpen(!isSideOpen)} onFind={() => setFinding(true)} onDark={toggleDark}
        onComment={onComment === null ? null : () => onComment(view.current)} onSignatures={version.signatures === 0 ? null : () => setAskingWho(true)} />
      {isFinding ? <FindBar find={find} count={document.numPages} onClose={closeFind} /> : <div />}
      <div className={classes.body}>
        {isSideOpen && <SidePane document={document} current={view.current} onPage={view.goTo} />}
        <Pages document={document} view={view} isDark={isDark} find={find} onLink={follow} />
      </div>
      {isAskingWho && <Suspense><SignaturesDialog versionId={version.id} title={title} onClose={() => setAskingWho(false)} /></Suspense>}
      {link !== null && <LinkDialog url={link} onClose={() => setLink(null)} />}
    </section>
  );
}

interface PagesProps { document: PDFDocumentProxy; view: View; isDark: boolean; find: ReturnType<typeof useFind>; onLink: (link: PageLink) => void }

function Pages({ document, view, isDark, find, onLink }: PagesProps) {
  const { t } = useTranslation('papers');
  const { layout, first, last, rotation, learnSize, scroller } = view;
  const numbers = useMemo(() => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index), [first, last]);
  const [isStarted, setStarted] = useState(false);
  const start = useCallback(() => setStarted(true), []);
  const isReady = layout.sizeOf(1).width > 0;
  const widest = Math.max(0, ...numbers.map((number) => layout.sizeOf(number).width));
  const isWide = scroller.current !== null && widest + 24 > scroller.current.clientWidth;
  return (
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t('reader.page', { page: view.current })} data-reader-scroller>
      <div className={classes.pages} data-dark={isDark || undefined} data-wide={isWide || undefined} style={{ height: layout.tops[layout.count + 1] ?? 0, width: isWide ? widest + 24 : undefined }}>
        {isReady && numbers.map((number) => (
          <PageView key={number} document={document} number={number} top={layout.tops[number] ?? 0} {...layout.sizeOf(number)} rotation={rotation} isHurried={number === view.current} isHeld={!isStarted && number !== view.current}
            hits={find.hitsOn(number)} currentHit={find.currentOn(number)} onSize={learnSize} onSettled={start} onLink={onLink} />
        ))}
      </div>
    </div>
  );
}

/** When the address names another page (a link to a comment), goes there. */
function useAddress(page: number | null, view: View): void {
  const followed = useRef(page);
  useEffect(() => {
    if (page === null || page === followed.current) return;
    followed.current = page;
    if (page !== view.current) view.goTo(page);
  }, [page, view]);
}

function useReaderKeys(view: View, { find, goToBox }: { find: () => void; goToBox: () => void }) {
  const { current, goTo, layout, zoomBy, rotate, setFit } = view;
  const acts: Record<string, () => void> = {
    PageDown: () => goTo(current + 1), PageUp: () => goTo(current - 1), j: () => goTo(current + 1), k: () => goTo(current - 1),
    Home: () => goTo(1), End: () => goTo(layout.count), '+': () => zoomBy(1.2), '=': () => zoomBy(1.2), '-': () => zoomBy(1 / 1.2), '0': () => setFit('width'), r: rotate, g: goToBox, '/': find,
  };
  return (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
      event.preventDefault();
      find();
      return;
    }
    const act = acts[event.key];
    if (act === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}
