import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { http } from '../../../api/http';

const SETTLED_MS = 900;
const keyOf = (versionId: string) => `reader.page.${versionId}`;

export function rememberedPage(versionId: string): number {
  return Number(window.localStorage.getItem(keyOf(versionId)) ?? '1') || 1;
}

/** Remembers the page, puts it into the address, and tells the server how far the paper was read. */
export function useProgress(versionId: string, current: number, isUnread: boolean, onPage: (page: number) => void): void {
  const client = useQueryClient();
  const furthest = useRef(0);
  const tell = useRef(onPage);
  useEffect(() => { tell.current = onPage; });
  useEffect(() => {
    const timer = window.setTimeout(() => {
      window.localStorage.setItem(keyOf(versionId), String(current));
      tell.current(current);
      if (current <= furthest.current) return;
      const before = furthest.current;
      furthest.current = current;
      http.put(`/paper-versions/${versionId}/read`, { page: current })
        .then(() => { if (isUnread && before === 0) for (const key of ['session', 'request', 'desk']) void client.invalidateQueries({ queryKey: [key] }); })
        .catch(() => { furthest.current = before; });
    }, SETTLED_MS);
    return () => window.clearTimeout(timer);
  }, [client, versionId, current, isUnread]);
}
