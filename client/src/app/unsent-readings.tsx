import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepReadingsOf, sendReadings } from '../api/kept-readings';
import { useConnection } from '../realtime/connection';

/** What was read without a network is told to the server as soon as it is there again. Shows nothing. */
export default function UnsentReadings({ accountId }: { accountId: string }) {
  const client = useQueryClient();
  const { state } = useConnection();
  const isLive = state === 'live';
  useEffect(() => keepReadingsOf(accountId), [accountId]);
  useEffect(() => {
    if (!isLive) return;
    void sendReadings(accountId).then((isSent) => {
      if (isSent) for (const key of ['session', 'request', 'desk']) void client.invalidateQueries({ queryKey: [key] });
    }).catch(() => undefined);
  }, [accountId, client, isLive]);
  return null;
}
