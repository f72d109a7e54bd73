import { useEffect, useMemo, useState } from 'react';
import type { PDFDocumentProxy } from './engine';
import { type FindOptions, type PageHits, PaperText } from './find';

export interface Find {
  options: FindOptions; setOptions: (options: FindOptions) => void;
  total: number; position: number; searched: number; isBusy: boolean;
  hitsOn: (page: number) => PageHits | null; currentOn: (page: number) => number | null; step: (by: 1 | -1) => void;
}

interface Found { key: string; pages: PageHits[]; searched: number }
interface Spot { page: number; index: number }

const LEAST_LETTERS = 2;
const TELL_EVERY_MS = 120;

function usePages(document: PDFDocumentProxy, options: FindOptions, from: number): Found {
  const text = useMemo(() => new PaperText(document), [document]);
  const [found, setFound] = useState<Found>({ key: '', pages: [], searched: 0 });
  const [start, setStart] = useState(from);
  const { words, isAccentExact } = options;
  const key = `${words}|${isAccentExact}`;
  if (words === '' && start !== from) setStart(from);
  useEffect(() => {
    if (words.trim().length < LEAST_LETTERS) return undefined;
    const stop = new AbortController();
    const pages: PageHits[] = [];
    let toldAt = 0;
    const timer = window.setTimeout(() => {
      void text.search({ words, isAccentExact }, start, ({ done, found: hits }) => {
        if (hits) pages.push(hits);
        if (performance.now() - toldAt > TELL_EVERY_MS || done === document.numPages || (hits && pages.length === 1)) {
          toldAt = performance.now();
          setFound({ key, pages: [...pages].sort((a, b) => a.page - b.page), searched: done });
        }
      }, stop.signal);
    }, 200);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [text, document, words, isAccentExact, key, start]);
  return found.key === key ? found : { key, pages: [], searched: 0 };
}

/** Find in the paper: hits come as pages are read; next and previous go round. */
export function useFind(document: PDFDocumentProxy, current: number, goTo: (page: number) => void): Find {
  const [options, setOptions] = useState<FindOptions>({ words: '', isAccentExact: false });
  const [chosen, setChosen] = useState<{ key: string; spot: Spot } | null>(null);
  const found = usePages(document, options, current);
  const { pages } = found;
  const first = pages.find(({ page }) => page >= current) ?? pages[0];
  const spot: Spot | null = chosen?.key === found.key ? chosen.spot : null;
  const total = pages.reduce((sum, { hits }) => sum + hits.length, 0);
  const position = spot === null ? 0 : pages.reduce((sum, { page, hits }) => (page < spot.page ? sum + hits.length : sum), 0) + spot.index + 1;
  const choose = (next: Spot) => {
    setChosen({ key: found.key, spot: next });
    goTo(next.page);
  };
  const step = (by: 1 | -1) => {
    if (!first) return;
    if (spot === null) {
      choose({ page: first.page, index: by === 1 ? 0 : first.hits.length - 1 });
      return;
    }
    const at = pages.findIndex(({ page }) => page === spot.page);
    const index = spot.index + by;
    const here = pages[at];
    if (here && index >= 0 && index < here.hits.length) {
      choose({ page: spot.page, index });
      return;
    }
    const next = pages[(at + by + pages.length) % pages.length] ?? first;
    choose({ page: next.page, index: by === 1 ? 0 : next.hits.length - 1 });
  };
  return {
    options, setOptions, total, position, searched: found.searched, step,
    isBusy: options.words.trim().length >= LEAST_LETTERS && found.searched < document.numPages,
    hitsOn: (page) => pages.find((each) => each.page === page) ?? null,
    currentOn: (page) => (spot?.page === page ? spot.index : null),
  };
}
