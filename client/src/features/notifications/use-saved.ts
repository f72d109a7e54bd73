import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from '../../ui/notify';

/** Sends a change whose answer is the thing as it is now. */
export function useSaved<Entry, Answer>(save: (entry: Entry) => Promise<Answer>, key: QueryKey, said: string) {
  const client = useQueryClient();
  const { done, refused } = useNotify();
  return useMutation({
    mutationFn: save,
    onSuccess: (answer) => {
      if (answer === undefined) void client.invalidateQueries({ queryKey: key });
      else client.setQueryData(key, answer);
      done(said);
    },
    onError: refused,
  });
}
