import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AgendaItem, PaperBrief, Session } from '../../api/contract';
import { isStillAt, useChangeAddress } from '../../ui/address';

export type Tab = 'summary' | 'comments' | 'position' | 'vote' | 'floor' | 'attendance';
export const tabs: readonly Tab[] = ['summary', 'comments', 'position', 'vote', 'floor', 'attendance'];

export interface SessionAddress {
  item: AgendaItem | null; paper: PaperBrief | null; page: number | null; tab: Tab;
  openItem: (itemId: string) => void; openPaper: (paperId: string, page?: number) => void; openChanges: (paperId: string) => void; openTab: (tab: Tab) => void; openVote: (itemId: string) => void; openShared: (place: { itemId: string; paperId: string; page: number }) => void; notePage: (page: number) => void;
}

function firstItem(session: Session): AgendaItem | undefined {
  return session.items.find(({ id }) => id === session.currentItemId) ?? [...session.items].sort((a, b) => a.number.localeCompare(b.number, undefined, { numeric: true }))[0];
}

/** Item, paper, page and tab all live in the address: a link opens exactly this. */
export function useSessionAddress(session: Session): SessionAddress {
  const [params] = useSearchParams();
  const change = useChangeAddress();
  const item = session.items.find(({ id }) => id === params.get('item')) ?? firstItem(session) ?? null;
  const papers = item === null ? [] : [...item.papers].sort((a, b) => a.order - b.order);
  const paper = papers.find(({ id }) => id === params.get('paper')) ?? papers.find(({ state }) => state !== 'recalled') ?? papers[0] ?? null;
  const wanted = params.get('tab');
  const tab = tabs.find((each) => each === wanted) ?? 'summary';
  const page = Number(params.get('page')) || null;
  const itemId = item?.id ?? null;
  const paperId = paper?.id ?? null;
  const acts = useMemo(() => ({
    openItem: (id: string) => change({ item: id, paper: null, page: null, find: null, changes: null }, false),
    openPaper: (id: string, at?: number) => change({ item: itemId, paper: id, page: at === undefined ? null : String(at), find: null, changes: null }, false),
    openChanges: (id: string) => change({ item: itemId, paper: id, page: null, find: null, changes: 'first' }, false),
    openTab: (next: Tab) => change({ tab: next }, true),
    openVote: (id: string) => change(id === itemId ? { tab: 'vote' } : { item: id, paper: null, page: null, changes: null, tab: 'vote' }, false),
    openShared: (place: { itemId: string; paperId: string; page: number }) => change({ item: place.itemId, paper: place.paperId, page: String(place.page), changes: null }, true),
    notePage: (at: number) => {
      if (isStillAt({ item: itemId, paper: paperId })) change({ item: itemId, paper: paperId, page: String(at) }, true);
    },
  }), [change, itemId, paperId]);
  return { item, paper, page, tab, ...acts };
}
