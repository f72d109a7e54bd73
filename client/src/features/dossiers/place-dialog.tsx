import { NumberInput, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { FormDialog } from '../../ui/form-dialog';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Loading } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { placeDossier, placesQuery, sessionItemsQuery } from './api';
import { dossierKey } from './keys';

const NEW = 'new';

/** Chooses the session, and on it a new item or one that is there. */
export function PlaceDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const { t } = useTranslation('dossiers');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const client = useQueryClient();
  const notify = useNotify();
  const places = useQuery(placesQuery(dossier.bodyId));
  const sessions = places.data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const sessionId = chosen ?? sessions[0]?.id ?? null;
  const [itemId, setItemId] = useState(NEW);
  const [minutes, setMinutes] = useState(10);
  const items = useQuery({ ...sessionItemsQuery(sessionId ?? ''), enabled: sessionId !== null });
  const place = useMutation({
    mutationFn: () => placeDossier(dossier.id, itemId === NEW ? { sessionId: sessionId ?? '', minutes } : { itemId }),
    onSuccess: (answer) => {
      client.setQueryData(dossierKey(dossier.id), answer);
      for (const key of ['dossiers', 'session', 'sessions']) void client.invalidateQueries({ queryKey: [key] });
      notify.done(t('done.place'));
      onClose();
    },
  });
  return (
    <FormDialog title={t('act.place')} confirm={t('act.place')} isBusy={place.isPending} isIncomplete={sessionId === null} error={place.error ?? places.error} onSubmit={() => place.mutate()} onClose={onClose}>
      <Text size="sm">{t('place.text')}</Text>
      {places.isPending && <Loading rows={1} />}
      {places.data !== undefined && sessions.length === 0 && <Text>{t('place.none')}</Text>}
      {sessions.length > 0 && <Choose label={t('place.session')} data={sessions.map((session) => ({ value: session.id, label: `${localised(session.title, session.titleEn)} · ${dateTime(session.startsAt)}` }))} value={sessionId} onChange={(value) => { setChosen(value); setItemId(NEW); }} data-autofocus />}
      {sessionId !== null && <Choose label={t('place.item')} data={[{ value: NEW, label: t('place.new') }, ...(items.data?.items ?? []).map((item) => ({ value: item.id, label: `${item.number}. ${localised(item.title, item.titleEn)}` }))]} value={itemId} onChange={setItemId} />}
      {sessionId !== null && itemId === NEW && <NumberInput label={t('place.minutes')} min={1} max={600} allowDecimal={false} value={minutes} onChange={(value) => setMinutes(Number(value) || 1)} />}
    </FormDialog>
  );
}
