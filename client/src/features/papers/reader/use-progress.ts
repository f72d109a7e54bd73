import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Me } from '../../../api/contract';
import { http } from '../../../api/http';
import { keepReading } from '../../../api/kept-readings';
import { meKey } from '../../../api/query-client';
import { isOffline } from '../../../api/refusal';
import { keyOfPage } from './remembered-page';

const SETTLED_MS = 900;

interface Progress {
  versionId: string; current: number;
  /** The last page before the eye: of two beside one another the second. */
  reached: number;
  isUnread: boolean; onPage: (page: number) => void;
}

/** Remembers the page, puts it into the address, and tells the server how far the paper was read; without a network, later. */
export function useProgress({ versionId, current, reached, isUnread, onPage }: Progress): void {
  const client = useQueryClient();
  const furthest = useRef(0);
  const tell = useRef(onPage);
  useEffect(() => { tell.current = onPage; });
  useEffect(() => {
    const timer = window.setTimeout(() => {
      window.localStorage.setItem(keyOfPage(versionId), String(current));
      tell.current(current);
      if (reached <= furthest.current) return;
      const before = furthest.current;
      furthest.current = reached;
      http.put(`/paper-versions/${versionId}/read`, { page: reached })
        .then(() => { if (isUnread && before === 0) for (const key of ['session', 'request', 'desk']) void client.invalidateQueries({ queryKey: [key] }); })
        .catch((error: unknown) => {
          const me = client.getQueryData<Me>(meKey);
          if (isOffline(error) && me !== undefined) keepReading(me.id, versionId, reached);
          else furthest.current = before;
        });
    }, SETTLED_MS);
    return () => window.clearTimeout(timer);
  }, [client, versionId, current, reached, isUnread]);
}
