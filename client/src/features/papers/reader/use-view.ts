import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clampPage, type Fit, type Frame, layOut, LEAST_SCALE, MOST_SCALE, pageAt, type PageLayout, type PageSize, scaleOf, turned, zoomOf } from './layout';

/** A page, and how much of it is above what is seen. */
export interface Place { page: number; share: number }

export interface View {
  scroller: RefObject<HTMLDivElement | null>; layout: PageLayout; first: number; last: number; current: number; zoom: number; fit: Fit; rotation: number;
  goTo: (page: number) => void; setFit: (fit: Fit) => void; zoomBy: (factor: number) => void; rotate: () => void; learnSize: (page: number, size: PageSize) => void;
  /** To the page after or before; with two beside one another to the pair. */
  turn: (by: 1 | -1) => void;
  isTwoUp: boolean; setTwoUp: (isTwoUp: boolean) => void;
  /** Where the reader is, also in between. */
  anchor: RefObject<Place>;
}

interface Seen { first: number; last: number; current: number }

const AROUND = 2;
const STORED_FIT = 'reader.fit';
const STORED_TWO_UP = 'reader.twoUp';

function useFrame(scroller: RefObject<HTMLDivElement | null>): Frame {
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => {
      if (element.clientWidth > 0) setFrame((old) => (old.width === element.clientWidth && old.height === element.clientHeight ? old : { width: element.clientWidth, height: element.clientHeight }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return frame;
}

/** Sizes are guessed from page 1 and put right as pages come into sight. */
function useSizes(first: PageSize) {
  const [sizes, setSizes] = useState<ReadonlyMap<number, PageSize>>(new Map());
  const learnSize = useCallback((page: number, size: PageSize) => {
    setSizes((old) => {
      const known = old.get(page) ?? first;
      const isSame = Math.abs(known.width - size.width) < 0.5 && Math.abs(known.height - size.height) < 0.5;
      return isSame ? old : new Map(old).set(page, size);
    });
  }, [first]);
  return { sizes, learnSize };
}

function seenAt(layout: PageLayout, element: HTMLElement): Seen {
  const { scrollTop, clientHeight } = element;
  return {
    first: Math.max(1, pageAt(layout, scrollTop) - AROUND),
    last: Math.min(layout.count, pageAt(layout, scrollTop + clientHeight) + AROUND),
    current: pageAt(layout, scrollTop + Math.min(clientHeight * 0.4, 400)),
  };
}

/** Whether where one scrolls says on which page one is: Chromium may lay out what lies in a container query a frame later than it was asked to. */
function isLaidOut(element: HTMLElement, layout: PageLayout, frame: Frame): boolean {
  return element.clientHeight > 0 && frame.width > 0 && element.scrollHeight >= (layout.tops[layout.count + 1] ?? 0) - 2;
}

function storedFit(): Fit {
  return window.localStorage.getItem(STORED_FIT) === 'page' ? 'page' : 'width';
}

/** Where the reader is in the paper, how large, and which pages are near enough to paint. */
export function useView(count: number, firstSize: PageSize, start: Place): View {
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useFrame(scroller);
  const { sizes, learnSize } = useSizes(firstSize);
  const [fit, setFitState] = useState<Fit>(storedFit);
  const [isTwoUp, setTwoUpState] = useState(() => window.localStorage.getItem(STORED_TWO_UP) === 'yes');
  const [rotation, setRotation] = useState(0);
  const [seen, setSeen] = useState<Seen>({ first: start.page, last: start.page, current: start.page });
  const anchor = useRef(start);
  const retry = useRef(0);
  const latestPlace = useRef(() => {});
  const sizeAt = useCallback((page: number) => turned(sizes.get(page) ?? firstSize, rotation), [sizes, firstSize, rotation]);
  const layout = useMemo(() => layOut(count, sizeAt, fit, frame, isTwoUp), [count, sizeAt, fit, frame, isTwoUp]);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element || !isLaidOut(element, layout, frame)) return;
    const page = pageAt(layout, element.scrollTop);
    anchor.current = { page, share: (element.scrollTop - (layout.tops[page] ?? 0)) / Math.max(1, layout.sizeOf(page).height) };
    const next = seenAt(layout, element);
    setSeen((old) => (old.first === next.first && old.last === next.last && old.current === next.current ? old : next));
  }, [layout, frame]);

  /** Scrolls to the anchor; where the browser has not laid the pages out yet, in the next frame again. */
  const place = useCallback(() => {
    const element = scroller.current;
    if (!element || element.clientHeight === 0 || frame.width === 0) return;
    window.cancelAnimationFrame(retry.current);
    const { page, share } = anchor.current;
    element.scrollTop = (layout.tops[page] ?? 0) + share * layout.sizeOf(page).height - (share === 0 ? 8 : 0);
    if (isLaidOut(element, layout, frame)) look();
    else retry.current = window.requestAnimationFrame(() => latestPlace.current());
  }, [layout, frame, look]);

  useLayoutEffect(() => {
    latestPlace.current = place;
    place();
    return () => window.cancelAnimationFrame(retry.current);
  }, [place]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let waiting = 0;
    const onScroll = () => {
      if (waiting === 0) waiting = window.requestAnimationFrame(() => { waiting = 0; look(); });
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      window.cancelAnimationFrame(waiting);
    };
  }, [look]);

  const goTo = useCallback((page: number) => {
    const target = clampPage(page, count);
    anchor.current = { page: target, share: 0 };
    place();
  }, [count, place]);

  const turn = useCallback((by: 1 | -1) => goTo(seen.current + by * layout.columns), [goTo, seen, layout]);
  const setTwoUp = useCallback((next: boolean) => {
    window.localStorage.setItem(STORED_TWO_UP, next ? 'yes' : 'no');
    setTwoUpState(next);
  }, []);

  const shownScale = layout.sizeOf(seen.current).width / Math.max(1, sizeAt(seen.current).width);
  const zoom = zoomOf(shownScale > 0 ? shownScale : scaleOf(sizeAt(seen.current), fit, frame));
  const setFit = useCallback((next: Fit) => {
    if (typeof next === 'string') window.localStorage.setItem(STORED_FIT, next);
    setFitState(typeof next === 'number' ? Math.min(MOST_SCALE, Math.max(LEAST_SCALE, next)) : next);
  }, []);
  const zoomBy = useCallback((factor: number) => setFit(zoom * factor), [zoom, setFit]);
  const rotate = useCallback(() => setRotation((old) => (old + 90) % 360), []);
  return { scroller, layout, ...seen, zoom, fit, rotation, goTo, setFit, zoomBy, rotate, learnSize, turn, isTwoUp, setTwoUp, anchor };
}
