import { type KeyboardEvent, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../api/lazy-part';
import type { NoteColour } from '../../../api/contract';
import type { Spoken } from '../aloud/reading-aloud';
import type { PDFDocumentProxy } from './engine';
import { FindBar } from './find-bar';
import type { FirstPicture } from './first-picture-of';
import { LinkDialog } from './link-dialog';
import { clampPage, type PageSize } from './layout';
import { ChangeBar, ChangesBanner } from '../changes/change-bars';
import { type Changes, useChanges } from '../changes/use-changes';
import { InkBar, SelectionBar, UndoBar } from '../notes/bars';
import { useNoteActs } from '../notes/use-note-acts';
import { useInk } from '../notes/use-ink';
import { useNotes } from '../notes/use-notes';
import { useSelection } from '../notes/use-selection';
import { Pages } from './pages';
import { pageOfDestination } from './destination';
import type { PageLink } from './render-page';
import type { OneReaderProps, ReaderProps } from './reader-props';
import { SidePane, type SideTab } from './side-pane';
import { Toolbar } from './toolbar';
import { useFind } from './use-find';
import { useGestures } from './use-gestures';
import { rememberedPage } from './remembered-page';
import { useProgress } from './use-progress';
import { type Place, useView, type View } from './use-view';
import classes from './reader.module.css';

const AloudBar = lazyPart(() => import('../aloud/aloud-bar'));
const SignaturesDialog = lazyPart(() => import('../signatures-dialog'));

interface OpenPaperProps extends OneReaderProps { document: PDFDocumentProxy; firstSize: PageSize; picture: FirstPicture | null }

/** A paper that is open: toolbar, find, thumbnails, and the pages near the eye. */
export function OpenPaper({ document, firstSize, picture, version, paperId, title, isUnread, page, shown = null, find: wanted = null, changes: wantedChanges = null, packAddress = null, beside, onPage, onLook, onHand, onComment }: OpenPaperProps) {
  const { t } = useTranslation(['papers', 'notes']);
  const [start] = useState(() => startOf(version.id, page, document.numPages, picture));
  const placed = useView(document.numPages, firstSize, start);
  const view = useHand(placed, onHand);
  const find = useFind(document, view.current, view.goTo);
  const [isFinding, setFinding, isByLink] = useWanted(wanted, find.setOptions);
  const [side, setSide] = useState<SideTab | null>(null);
  const [isDark, setDark] = useState(() => window.localStorage.getItem('reader.dark') === 'yes');
  const [link, setLink] = useState<string | null>(null);
  const [isAskingWho, setAskingWho] = useState(false);
  const [aloudFrom, setAloudFrom] = useState<number | null>(null);
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  const pageBox = useRef<HTMLInputElement>(null);
  useGestures(view.scroller, view.zoom, view.setFit);
  useProgress({ versionId: version.id, current: view.current, reached: Math.min(document.numPages, view.current + view.layout.columns - 1), isUnread, onPage: useAddress(page, placed, onPage) });
  useShown(shown, placed);
  useLook(view.current, onLook);
  const noting = useNoting({ document, version, view, show: () => setSide('notes') });
  const { notes, ink, openId, setOpenId, selection, acts } = noting;
  const listChanges = () => { if (!noting.isNarrow()) setSide('changes'); };
  const changes = useChanges({ version, isOffered: !beside.isSecond, paperId, wanted: wantedChanges, view, isListed: side === 'changes', onList: listChanges });
  const areMarked = side === 'changes' || changes.chosen !== null;
  useBeside({ beside, view: placed, marks: areMarked ? changes : null });
  const marks = beside.marks !== null ? { texts: notes.texts, side: 'older' as const, ...beside.marks } : areMarked ? { texts: notes.texts, list: changes.list, side: 'newer' as const, chosen: changes.chosen } : null;
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
  const onKeyDown = useReaderKeys(view, { find: () => setFinding(true), goToBox: () => pageBox.current?.select(), step: changes.step, beside: beside.onChoose, aloud: () => setAloudFrom(aloudFrom === null ? view.current : null) });
  return (
    <section className={classes.reader} aria-label={t('reader.label', { title })} onKeyDown={onKeyDown}>
      <Toolbar view={view} count={document.numPages} versionId={version.id} mayCopy={version.mayCopy} pageBox={pageBox} isSideOpen={side === 'thumbs' || side === 'outline'} isNotesOpen={side === 'notes'} isDark={isDark} onSide={() => setSide(side === 'thumbs' || side === 'outline' ? null : 'thumbs')} onNotes={() => setSide(side === 'notes' ? null : 'notes')} onFind={() => setFinding(true)} onDark={toggleDark}
        onAloud={() => setAloudFrom(view.current)} onBeside={beside.onChoose} isChangesOpen={side === 'changes'} onChanges={changes.query === null ? null : () => { setSide(side === 'changes' ? null : 'changes'); changes.hideBanner(); }}
        onComment={onComment === null ? null : () => onComment(view.current)} onSignatures={version.signatures === 0 ? null : () => setAskingWho(true)} />
      <div>
        {changes.banner !== null && <ChangesBanner brief={changes.banner} onFirst={changes.first} onClose={changes.hideBanner} />}
        {isFinding && <FindBar find={find} count={document.numPages} isAsked={!isByLink} packAddress={packAddress} onMark={() => noting.markFound(find)} onClose={closeFind} />}
      </div>
      <div className={classes.body}>
        {side !== null && <SidePane document={document} current={view.current} shown={side} onShow={setSide} onPage={view.goTo}
          notes={{ notes, title, current: view.current, openId, onOpen: setOpenId, onPage: view.goTo, onPageNote: noting.notePage, onBookmark: () => void acts.toggleBookmark(view.current), onDraw: () => { ink.setMode('draw'); if (noting.isNarrow()) setSide(null); } }}
          changes={{ changes: { ...changes, choose: (index) => { changes.choose(index); if (noting.isNarrow()) setSide(null); } }, versionId: version.id, onOlder: beside.onOlder }} />}
        <Pages document={document} view={view} isDark={isDark} find={find} onLink={follow} notes={notes.all} ink={ink} onLetters={noting.selection.keepLetters} openId={openId} onOpen={noting.open} changes={marks} spoken={spoken} picture={picture} label={beside.isSecond ? title : null} />
        {ink.mode !== null && <InkBar ink={ink} />}
        {aloudFrom !== null && <Suspense><AloudBar texts={notes.texts} from={aloudFrom} onPage={view.goTo} onSpoken={setSpoken} onClose={() => setAloudFrom(null)} /></Suspense>}
        {ink.mode === null && selection.chosen.length === 0 && notes.dropped === null && aloudFrom === null && side !== 'changes' && <ChangeBar changes={changes} onList={() => setSide('changes')} />}
        {ink.mode === null && selection.chosen.length > 0 && <SelectionBar onMark={(colour) => noting.markChosen(colour, false)} onNote={() => noting.markChosen('yellow', true)} onCopy={() => acts.copy(selection.text, t('notes:copied'))} />}
        {ink.mode === null && selection.chosen.length === 0 && notes.dropped !== null && <UndoBar onUndo={notes.undo} />}
      </div>
      {isAskingWho && <Suspense><SignaturesDialog versionId={version.id} title={title} onClose={() => setAskingWho(false)} /></Suspense>}
      {link !== null && <LinkDialog url={link} onClose={() => setLink(null)} />}
    </section>
  );
}

/** Where it was left, or how far its picture was read meanwhile. */
function startOf(versionId: string, page: number | null, count: number, picture: FirstPicture | null): Place {
  const { page: at, share } = picture?.place ?? { page: page ?? rememberedPage(versionId), share: 0 };
  return { page: clampPage(at, count), share };
}

/** Tells the other reader where this one is and which changes it looks at. */
function useBeside({ beside: { onView, onMarks }, view, marks }: { beside: OneReaderProps['beside']; view: View; marks: Changes | null }): void {
  const { list, chosen, query } = marks ?? { list: null, chosen: null, query: null };
  const olderId = query?.data?.olderId ?? null;
  useEffect(() => onView(view), [onView, view]);
  useEffect(() => onMarks?.(list === null ? null : { list, chosen, olderId }), [onMarks, list, chosen, olderId]);
}

interface Noting { document: PDFDocumentProxy; version: ReaderProps['version']; view: View; show: () => void }

const NARROW = 620;

/** Everything about notes that the reader's parts need of each other. */
function useNoting({ document, version, view, show }: Noting) {
  const notes = useNotes(document, version);
  const ink = useInk(notes);
  const acts = useNoteActs(notes);
  const selection = useSelection(view.scroller);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = (id: string) => {
    setOpenId(id);
    show();
  };
  const markChosen = (colour: NoteColour, isWritten: boolean) => {
    const { chosen } = selection;
    selection.clear();
    void acts.mark(chosen, colour).then((id) => { if (id !== null && isWritten) open(id); });
  };
  const markFound = (find: ReturnType<typeof useFind>) => {
    const at = find.currentOn(view.current);
    const hit = at === null ? undefined : find.hitsOn(view.current)?.hits[at];
    if (hit) void acts.mark([{ page: view.current, hit }], 'yellow').then((id) => { if (id !== null) open(id); });
  };
  const notePage = () => void acts.pin(view.current).then(open);
  const isNarrow = () => (view.scroller.current?.closest('section')?.clientWidth ?? NARROW) < NARROW;
  return { notes, ink, acts, selection, openId, setOpenId, open, markChosen, markFound, notePage, isNarrow };
}

/** The same view, whose moves are the reader's own. */
function useHand(view: View, onHand: (() => void) | undefined): View {
  const { scroller, goTo: go, turn: turnBy } = view;
  const latest = useRef(onHand);
  useEffect(() => { latest.current = onHand; });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const onMove = () => latest.current?.();
    for (const name of ['wheel', 'touchmove'] as const) element.addEventListener(name, onMove, { passive: true });
    return () => { for (const name of ['wheel', 'touchmove'] as const) element.removeEventListener(name, onMove); };
  }, [scroller]);
  const goTo = useCallback((page: number) => {
    latest.current?.();
    go(page);
  }, [go]);
  const turn = useCallback((by: 1 | -1) => {
    latest.current?.();
    turnBy(by);
  }, [turnBy]);
  return useMemo(() => ({ ...view, goTo, turn }), [view, goTo, turn]);
}

/** Goes to each page shown, also back to one that the address still names. */
function useShown(shown: ReaderProps['shown'], view: View): void {
  const gone = useRef<string | null>(null);
  useEffect(() => {
    const key = shown?.key ?? null;
    if (key === gone.current) return;
    gone.current = key;
    if (shown && shown.page !== view.current) view.goTo(shown.page);
  }, [shown, view]);
}

/** Whether the bar for finding is open: words in the address open it and are marked. */
function useWanted(wanted: string | null, setOptions: ReturnType<typeof useFind>['setOptions']) {
  const [opened, setOpened] = useState<'link' | 'hand' | null>(wanted === null ? null : 'link');
  useEffect(() => {
    if (wanted === null) return;
    setOptions({ words: wanted, isAccentExact: false });
    setOpened('link');
  }, [wanted, setOptions]);
  const setFinding = useCallback((isOpen: boolean) => setOpened(isOpen ? 'hand' : null), []);
  return [opened !== null, setFinding, opened === 'link'] as const;
}

function useLook(current: number, onLook: ((page: number) => void) | undefined): void {
  useEffect(() => onLook?.(current), [current, onLook]);
}

/** When the address names another page (a link to a comment), goes there. Gives what notes a page in it: who reads on meanwhile is not called back. */
function useAddress(page: number | null, view: View, onPage: (page: number) => void): (page: number) => void {
  const followed = useRef(page);
  const noted = useRef<number | null>(null);
  useEffect(() => {
    if (page === null || page === followed.current) return;
    const isNoted = page === noted.current;
    [followed.current, noted.current] = [page, null];
    if (!isNoted && page !== view.current) view.goTo(page);
  }, [page, view]);
  return (at) => {
    noted.current = at;
    onPage(at);
  };
}

interface ReaderActs { find: () => void; goToBox: () => void; step: (by: 1 | -1) => void; beside: (() => void) | null; aloud: () => void }

function useReaderKeys(view: View, { find, goToBox, step, beside, aloud }: ReaderActs) {
  const { goTo, turn, layout, zoomBy, rotate, setFit, isTwoUp, setTwoUp } = view;
  const acts: Record<string, () => void> = {
    PageDown: () => turn(1), PageUp: () => turn(-1), j: () => turn(1), k: () => turn(-1), d: () => setTwoUp(!isTwoUp),
    Home: () => goTo(1), End: () => goTo(layout.count), '+': () => zoomBy(1.2), '=': () => zoomBy(1.2), '-': () => zoomBy(1 / 1.2), '0': () => setFit('width'), r: rotate, g: goToBox, '/': find, n: () => step(1), p: () => step(-1), b: () => beside?.(), l: aloud,
  };
  return (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
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
