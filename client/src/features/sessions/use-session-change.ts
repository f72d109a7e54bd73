import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { sessionKey } from './keys';

/** Sends one change of a session and shows the session the server answers with. */
export function useSessionChange<Entry>(change: (entry: Entry) => Promise<Session>, done?: (entry: Entry) => string): UseMutationResult<Session, unknown, Entry> {
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: change,
    onSuccess: (session, entry) => {
      client.setQueryData(sessionKey(session.id), session);
      void client.invalidateQueries({ queryKey: ['sessions'] });
      if (done) notify.done(done(entry));
    },
    onError: notify.refused,
  });
}
