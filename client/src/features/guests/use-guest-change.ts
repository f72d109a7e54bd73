import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Guest, GuestAct } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { actOnGuest } from './api';

/** Sends one change of a guest; the session and the invitations on screen are the changed ones when it is done. */
export function useGuestChange<Entry>(change: (entry: Entry) => Promise<unknown>, done: string) {
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all(['session', 'invitations', 'sessions'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      notify.done(done);
    },
    onError: notify.refused,
  });
}

export function useGuestAct(guest: Guest) {
  const { t } = useTranslation('guests');
  return useGuestChange((entry: GuestAct) => actOnGuest(guest, entry), t('act.done'));
}
