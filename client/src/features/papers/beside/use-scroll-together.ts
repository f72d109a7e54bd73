import { type RefObject, useEffect, useRef } from 'react';
import type { PageChange } from '../../../api/contract';
import { pageAt } from '../reader/layout';
import type { View } from '../reader/use-view';
import { pageBeside } from './page-beside';

interface Together { newer: RefObject<View | null>; older: RefObject<View | null>; isOn: boolean; changes: readonly PageChange[]; turn: number; /** Changes when one of them was opened anew. */ openings: number }

/** Two versions scroll together: the one under the hand leads. */
export function useScrollTogether({ newer, older, isOn, changes, turn, openings }: Together): void {
  const leader = useRef<HTMLElement | null>(null);
  const latest = useRef(changes);
  useEffect(() => { latest.current = changes; });
  // A change that is gone to has its place in both: nobody leads.
  useEffect(() => { leader.current = null; }, [turn]);
  useEffect(() => {
    const pair = [newer.current?.scroller.current, older.current?.scroller.current] as const;
    const [first, second] = pair;
    if (!isOn || !first || !second) return undefined;
    const lead = ({ currentTarget }: Event) => { if (currentTarget instanceof HTMLElement) leader.current = currentTarget; };
    const follow = ({ currentTarget }: Event) => {
      if (currentTarget !== leader.current) return;
      const isFromNewer = currentTarget === first;
      const [from, to] = isFromNewer ? [newer.current, older.current] : [older.current, newer.current];
      if (from && to) align(from, to, (page) => pageBeside(page, latest.current, isFromNewer));
    };
    const ways = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
    for (const element of pair) {
      for (const way of ways) element?.addEventListener(way, lead, { passive: true });
      element?.addEventListener('scroll', follow, { passive: true });
    }
    return () => {
      for (const element of pair) {
        for (const way of ways) element?.removeEventListener(way, lead);
        element?.removeEventListener('scroll', follow);
      }
    };
  }, [isOn, newer, older, openings]);
}

function align(from: View, to: View, pageOf: (page: number) => number): void {
  const [own, other] = [from.scroller.current, to.scroller.current];
  if (!own || !other) return;
  const page = pageAt(from.layout, own.scrollTop);
  const share = (own.scrollTop - (from.layout.tops[page] ?? 0)) / Math.max(1, from.layout.sizeOf(page).height);
  const target = Math.min(pageOf(page), to.layout.count);
  other.scrollTop = (to.layout.tops[target] ?? 0) + share * to.layout.sizeOf(target).height;
}
