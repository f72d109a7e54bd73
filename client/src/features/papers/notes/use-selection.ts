import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Hit } from '../reader/find';

export interface Chosen { page: number; hit: Hit }
/** Tells the letters of a page on screen, as the text layer made them; null when they are gone. */
export type KeepLetters = (page: number, divs: HTMLElement[] | null) => void;

const SETTLED_MS = 160;

function offsetIn(element: HTMLElement, node: Node, offset: number, otherwise: number): number {
  if (!element.contains(node)) return otherwise;
  return node instanceof Text ? offset : offset === 0 ? 0 : (element.textContent ?? '').length;
}

function chosenOn(page: number, divs: readonly HTMLElement[], selection: Selection): Chosen | null {
  const range = selection.getRangeAt(0);
  const touched = divs.flatMap((div, index) => (div.firstChild !== null && selection.containsNode(div, true) ? [index] : []));
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [start, end] = [divs[first], divs[last]];
  if (!start || !end) return null;
  const from = offsetIn(start, range.startContainer, range.startOffset, 0);
  const to = offsetIn(end, range.endContainer, range.endOffset, (end.textContent ?? '').length);
  return first === last && from >= to ? null : { page, hit: [first, from, last, to] };
}

/** The text somebody has chosen in the paper, page by page; empty while nothing is. */
export function useSelection(scroller: RefObject<HTMLElement | null>): { chosen: readonly Chosen[]; text: string; clear: () => void; keepLetters: KeepLetters } {
  const [state, setState] = useState<{ chosen: readonly Chosen[]; text: string }>({ chosen: [], text: '' });
  const letters = useRef(new Map<number, HTMLElement[]>());
  const timer = useRef(0);
  const lookSoon = useCallback(() => {
    const look = () => {
      const selection = window.getSelection();
      const isHere = selection !== null && !selection.isCollapsed && selection.rangeCount > 0 && selection.anchorNode !== null && scroller.current?.contains(selection.anchorNode) === true;
      if (!isHere) {
        setState((old) => (old.chosen.length === 0 ? old : { chosen: [], text: '' }));
        return;
      }
      const chosen = [...letters.current].sort(([a], [b]) => a - b).flatMap(([page, divs]) => chosenOn(page, divs, selection) ?? []);
      setState({ chosen, text: selection.toString() });
    };
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(look, SETTLED_MS);
  }, [scroller]);
  useEffect(() => {
    document.addEventListener('selectionchange', lookSoon);
    return () => {
      window.clearTimeout(timer.current);
      document.removeEventListener('selectionchange', lookSoon);
    };
  }, [lookSoon]);
  const keepLetters = useCallback<KeepLetters>((page, divs) => {
    if (divs === null) {
      letters.current.delete(page);
      return;
    }
    letters.current.set(page, divs);
    // The first letters of a page are on screen, and can be chosen, before the last ones are known.
    lookSoon();
  }, [lookSoon]);
  const clear = () => {
    window.getSelection()?.removeAllRanges();
    setState({ chosen: [], text: '' });
  };
  return { ...state, clear, keepLetters };
}
