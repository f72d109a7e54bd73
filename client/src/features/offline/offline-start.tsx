import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { keptAnswers } from '../../api/pack/answers';
import { meKey } from '../../api/query-client';
import { startedFrom } from '../../realtime/connection';
import { Loading } from '../../ui/states';

/** Puts back what pages knew when the server was there last. What is newer stays; everything is asked for again when it is back. */
async function restore(client: QueryClient): Promise<boolean> {
  const answers = await keptAnswers();
  for (const { queryKey, body, at } of answers) if (client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, body, { updatedAt: at });
  if (answers.length > 0) startedFrom(Math.min(...answers.map(({ at }) => at)));
  return client.getQueryData(meKey) !== undefined;
}

/** The start without a network, from what was taken along; where there is nothing of it, what is given. */
export default function OfflineStart({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [isNothing, setNothing] = useState(false);
  useEffect(() => {
    void restore(client).catch(() => false).then((isThere) => { if (!isThere) setNothing(true); });
  }, [client]);
  return isNothing ? <>{children}</> : <Loading rows={4} />;
}
