import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageShare, PaperBrief, Session, Sharing } from '../../../api/contract';
import { useNotify } from '../../../ui/notify';
import { sharingKey } from '../keys';
import { sharePage, sharingQuery, showPage, stopSharing } from './api';

/** Pages are sent at most so often; who leafs quickly shows where they stop. */
const SHOW_EVERY_MS = 500;

export interface PageSharing {
  share: PageShare | null; can: Sharing['can'] | null; isFollowing: boolean; isBusy: boolean;
  begin: (versionId: string, page: number) => void; stop: () => void; follow: () => void; unfollow: () => void;
  /** The reader is on this page of this paper now. */
  look: (paper: PaperBrief, page: number) => void;
}

const keyOf = (sessionId: string) => `follow.${sessionId}`;

/** Who presents shows their page; who follows goes along until they move by themselves. */
export function useSharing(session: Session, goTo: (share: PageShare) => void, showPaper: () => void): PageSharing {
  const { data } = useQuery({ ...sharingQuery(session.id), enabled: session.state === 'inSession' });
  const share = session.state === 'inSession' ? data?.share ?? null : null;
  const [wants, setWants] = useState(() => window.sessionStorage.getItem(keyOf(session.id)) !== null);
  const { begin, stop, isBusy } = useShareActs(session.id, share);
  const choose = useCallback((next: boolean) => {
    if (next) window.sessionStorage.setItem(keyOf(session.id), 'yes');
    else window.sessionStorage.removeItem(keyOf(session.id));
    setWants(next);
  }, [session.id]);
  const follow = () => {
    choose(true);
    showPaper();
  };
  const unfollow = useCallback(() => choose(false), [choose]);
  const isFollowing = wants && share !== null && !share.isMine;
  useGoAlong(isFollowing ? share : null, goTo);
  const look = useShow(share?.isMine === true ? share : null, begin);
  return { share, can: data?.can ?? null, isFollowing, isBusy, begin, stop, follow, unfollow, look };
}

function useShareActs(sessionId: string, share: PageShare | null) {
  const client = useQueryClient();
  const notify = useNotify();
  const settle = useCallback(() => client.invalidateQueries({ queryKey: sharingKey(sessionId) }), [client, sessionId]);
  const begin = useMutation({ mutationFn: (entry: { versionId: string; page: number }) => sharePage(sessionId, entry), onSuccess: settle, onError: notify.refused });
  const stop = useMutation({ mutationFn: stopSharing, onSettled: settle, onError: notify.refused });
  const { mutate: start } = begin;
  const { mutate: end } = stop;
  const shareId = share?.id ?? null;
  return {
    begin: useCallback((versionId: string, page: number) => start({ versionId, page }), [start]),
    stop: useCallback(() => { if (shareId !== null) end(shareId); }, [end, shareId]),
    isBusy: begin.isPending || stop.isPending,
  };
}

/** Goes where the presenter goes: each page shown once. */
function useGoAlong(share: PageShare | null, goTo: (share: PageShare) => void): void {
  const latest = useRef(goTo);
  const gone = useRef('');
  useEffect(() => { latest.current = goTo; });
  useEffect(() => {
    const place = share === null ? '' : `${share.id} ${share.step}`;
    if (place === gone.current) return;
    gone.current = place;
    if (share !== null) latest.current(share);
  }, [share]);
}

/** Sends where the presenter is: one at a time, the last one always. Another paper is another share. */
function useShow(mine: PageShare | null, begin: (versionId: string, page: number) => void) {
  const sending = useRef<{ page: number; next: number | null } | null>(null);
  const shareId = mine?.id ?? null;
  const send = useCallback((id: string, page: number) => {
    sending.current = { page, next: null };
    const rest = new Promise((resolve) => { window.setTimeout(resolve, SHOW_EVERY_MS); });
    // A page that did not arrive is put right by the next; a share that has ended is told by the news.
    void Promise.allSettled([showPage(id, page), rest]).then(() => {
      const next = sending.current?.next ?? null;
      sending.current = null;
      if (next !== null && next !== page) send(id, next);
    });
  }, []);
  const shown = useRef<{ id: string; page: number } | null>(null);
  /** The version that was asked for last: what is under way, or was refused, is not asked again. */
  const asked = useRef<string | null>(null);
  return useCallback((paper: PaperBrief, page: number) => {
    if (shareId === null || mine === null) return;
    if (paper.current.id !== mine.versionId) {
      if (paper.state === 'released' && asked.current !== paper.current.id) begin(paper.current.id, page);
      asked.current = paper.current.id;
      return;
    }
    asked.current = null;
    const last = shown.current?.id === shareId ? shown.current.page : mine.page;
    if (last === page) return;
    shown.current = { id: shareId, page };
    if (sending.current) sending.current.next = page;
    else send(shareId, page);
  }, [shareId, mine, begin, send]);
}
