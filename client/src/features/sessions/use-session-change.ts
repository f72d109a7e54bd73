import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Changed } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { sessionKey } from './keys';

/** Sends one change of a session; it is done when the session on screen is the changed one. */
export function useSessionChange<Entry>(change: (entry: Entry) => Promise<Changed>, done?: (entry: Entry) => string): UseMutationResult<Changed, unknown, Entry> {
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: change,
    onSuccess: async ({ id }, entry) => {
      await client.invalidateQueries({ queryKey: sessionKey(id) });
      for (const key of ['sessions', 'desk']) void client.invalidateQueries({ queryKey: [key] });
      if (done) notify.done(done(entry));
    },
    onError: notify.refused,
  });
}
