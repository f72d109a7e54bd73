import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Library } from '../../api/contract';
import { showToast } from '../../ui/toasts';
import { libraryKey } from './keys';

/** A change of a library; its answer is the library as it is then. */
export function useLibraryChange<Entry>(bodyId: string | null, change: (entry: Entry) => Promise<Library>, { done, onDone }: { done?: (entry: Entry) => string; onDone?: () => void } = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (library, entry) => {
      client.setQueryData(libraryKey(bodyId), library);
      if (done) showToast(done(entry), false);
      onDone?.();
    },
  });
}
