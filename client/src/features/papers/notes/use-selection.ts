import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Hit } from '../reader/find';

export interface Chosen { page: number; hit: Hit }
/** The letters of each page on screen, as the text layer made them. */
export type Letters = RefObject<Map<number, HTMLElement[]>>;

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
export function useSelection(scroller: RefObject<HTMLElement | null>, letters: Letters): { chosen: readonly Chosen[]; text: string; clear: () => void } {
  const [state, setState] = useState<{ chosen: readonly Chosen[]; text: string }>({ chosen: [], text: '' });
  const timer = useRef(0);
  useEffect(() => {
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
    const onChange = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(look, SETTLED_MS);
    };
    document.addEventListener('selectionchange', onChange);
    return () => {
      window.clearTimeout(timer.current);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [scroller, letters]);
  const clear = () => {
    window.getSelection()?.removeAllRanges();
    setState({ chosen: [], text: '' });
  };
  return { ...state, clear };
}
