import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotify } from '../../ui/notify';

/** Saves, says so, and makes the lists that show it stale. */
export function useSave<Entry, Answer>(save: (entry: Entry) => Promise<Answer>, stale: readonly QueryKey[], onSaved: (answer: Answer) => void, text?: (answer: Answer) => string): UseMutationResult<Answer, Error, Entry> {
  const { t } = useTranslation('bodies');
  const client = useQueryClient();
  const { done } = useNotify();
  return useMutation({
    mutationFn: save,
    onSuccess: (answer) => {
      for (const queryKey of stale) void client.invalidateQueries({ queryKey });
      done(text ? text(answer) : t('saved'));
      onSaved(answer);
    },
  });
}
