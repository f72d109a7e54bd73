import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FloorEntry, TurnAct } from '../../../api/contract';
import { useNotify } from '../../../ui/notify';
import { actOnTurn, askFloor } from './api';
import { floorKey } from '../keys';

/** Asking for the floor and giving it; the list on screen is the changed one when it is done. */
export function useFloor(sessionId: string) {
  const { t } = useTranslation('meeting');
  const client = useQueryClient();
  const notify = useNotify();
  const refresh = () => client.invalidateQueries({ queryKey: floorKey(sessionId) });
  const ask = useMutation({
    mutationFn: ({ itemId, entry }: { itemId: string; entry: FloorEntry }) => askFloor(itemId, entry),
    onSuccess: async () => {
      await refresh();
      notify.done(t('floor.asked'));
    },
    onError: notify.refused,
  });
  const act = useMutation({ mutationFn: ({ turnId, ...change }: { turnId: string } & TurnAct) => actOnTurn(turnId, change), onSettled: refresh, onError: notify.refused });
  return { ask, act };
}
