import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangesBrief, PageChange, PaperVersion, VersionChanges } from '../../../api/contract';
import type { View } from '../reader/use-view';
import { changesBriefQuery, changesQuery } from './api';

/** A change that was chosen; the turn tells choosing it again from having chosen it. */
export interface ChosenChange { index: number; turn: number }

export interface Changes {
  paperId: string;
  /** Null for the first version of a paper. */
  query: UseQueryResult<VersionChanges> | null;
  list: readonly PageChange[];
  since: string | null; setSince: (versionId: string) => void;
  chosen: ChosenChange | null;
  choose: (index: number) => void; step: (by: 1 | -1) => void; leave: () => void;
  /** What is new since the reader opened an older version, until they have looked or waved it away. */
  banner: ChangesBrief | null; hideBanner: () => void;
  /** Opens the list and goes to the first, as soon as it is known. */
  first: () => void;
}

interface Changing { version: PaperVersion; isOffered: boolean; paperId: string; wanted: string | null; view: View; isListed: boolean; onList: () => void }

const NONE: readonly PageChange[] = [];
const seenKey = (versionId: string) => `reader.changes.${versionId}`;

/** The changes since an older version: which is looked at, and the way from one to the next. */
export function useChanges({ version, isOffered, paperId, wanted, view, isListed, onList }: Changing): Changes {
  const hasOlder = isOffered && version.number > 1;
  const [since, setSinceState] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ChosenChange | null>(null);
  const [isSeen, setSeen] = useState(() => window.localStorage.getItem(seenKey(version.id)) !== null);
  const [isAsked, setAsked] = useState(wanted !== null);
  const brief = useQuery({ ...changesBriefQuery(version.id, null), enabled: hasOlder && !isSeen });
  const query = useQuery({ ...changesQuery(version.id, since), enabled: hasOlder && (isListed || chosen !== null || isAsked) });
  const list = query.data?.changes ?? NONE;
  const { goTo } = view;
  const hideBanner = useCallback(() => {
    window.localStorage.setItem(seenKey(version.id), 'yes');
    setSeen(true);
  }, [version.id]);
  const choose = useCallback((index: number) => {
    const change = list[index];
    if (!change) return;
    setChosen((old) => ({ index, turn: (old?.turn ?? 0) + 1 }));
    goTo(change.newerMarks[0]?.page ?? change.newerPage);
  }, [list, goTo]);
  const first = useCallback(() => {
    setAsked(true);
    onList();
  }, [onList]);
  useWantedChange({ wanted: hasOlder ? wanted : null, isAsked, isReady: query.data !== undefined && query.data.state !== 'beingRead', onAsk: first, onFirst: () => { setAsked(false); choose(0); hideBanner(); } });
  const step = (by: 1 | -1) => {
    if (!hasOlder) return;
    if (list.length === 0) first();
    else choose(chosen === null ? nearest(list, view.current, by) : (chosen.index + by + list.length) % list.length);
  };
  const setSince = (versionId: string) => {
    setSinceState(versionId);
    setChosen(null);
  };
  const isNews = brief.data?.state === 'ready' && brief.data.isOlderOpened && countOf(brief.data) > 0;
  return { paperId, query: hasOlder ? query : null, list, since, setSince, chosen, choose, first, step, leave: () => setChosen(null), banner: isNews && !isSeen && !isListed ? (brief.data ?? null) : null, hideBanner };
}

export function countOf({ counts }: ChangesBrief): number {
  return counts === null ? 0 : counts.added + counts.removed + counts.changed + counts.moved;
}

/** The next change from the page that is read. */
function nearest(list: readonly PageChange[], page: number, by: 1 | -1): number {
  const at = by === 1 ? list.findIndex(({ newerPage }) => newerPage >= page) : list.findLastIndex(({ newerPage }) => newerPage <= page);
  return at === -1 ? 0 : at;
}

interface WantedChange { wanted: string | null; isAsked: boolean; isReady: boolean; onAsk: () => void; onFirst: () => void }

/** A link to the changes goes to the first, once they are there. */
function useWantedChange({ wanted, isAsked, isReady, onAsk, onFirst }: WantedChange): void {
  const latest = useRef({ onAsk, onFirst });
  useEffect(() => { latest.current = { onAsk, onFirst }; });
  useEffect(() => { if (wanted !== null) latest.current.onAsk(); }, [wanted]);
  useEffect(() => { if (isAsked && isReady) latest.current.onFirst(); }, [isAsked, isReady]);
}
