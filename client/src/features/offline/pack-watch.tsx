import { type Query, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { renewAnswer } from '../../api/pack/answers';
import { prepareApp } from '../../api/pack/app-shell';
import { showToast } from '../../ui/toasts';
import { packCheckKey } from './keys';
import { syncPack } from './sync';

const AFTER_MS = 1_000;

/** Keeps what was taken along in step with the server while the page is open; shows nothing unless papers had to go. */
export default function PackWatch() {
  const { t } = useTranslation('offline');
  const client = useQueryClient();
  const check = async () => {
    const synced = await syncPack(client);
    // Said here: where nothing is left, nothing watches any more.
    if (synced.isEnded) showToast(t('ended'), true);
    else if (synced.dropped > 0) showToast(t('dropped', { count: synced.dropped }), false);
    else if (synced.isFull) showToast(t('failed.noRoom'), true);
    return synced;
  };
  useQuery({ queryKey: packCheckKey, queryFn: check, staleTime: 0, refetchOnReconnect: true });
  useEffect(() => void prepareApp(), []);
  useKeptAnswers();
  return null;
}

/** What pages read of the server while it is there, they have when it is away. */
function useKeptAnswers(): void {
  const client = useQueryClient();
  useEffect(() => {
    const waiting = new Map<string, number>();
    const keep = async ({ queryHash, state }: Query) => {
      waiting.delete(queryHash);
      if (state.data !== undefined) await renewAnswer(queryHash, state.data, state.dataUpdatedAt);
    };
    const stop = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryKey[0] === 'pack') return;
      const { query } = event;
      if (!waiting.has(query.queryHash)) waiting.set(query.queryHash, window.setTimeout(() => void keep(query).catch(() => undefined), AFTER_MS));
    });
    return () => {
      stop();
      for (const timer of waiting.values()) window.clearTimeout(timer);
    };
  }, [client]);
}
