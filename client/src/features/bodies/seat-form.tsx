import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Seat } from '../../api/contract';
import { addSeat, changeSeat, type SeatFields } from './api';
import { FormDialog } from '../../ui/form-dialog';
import { bodiesKey, seatsKey } from './keys';
import { useSave } from './use-save';

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function SeatForm({ bodyId, seat, nextNumber, onClose }: { bodyId: string; seat: Seat | null; nextNumber: number; onClose: () => void }) {
  const { t } = useTranslation(['bodies', 'ui']);
  const [draft, setDraft] = useState({ number: nextNumber, title: seat?.title ?? '', titleEn: seat?.titleEn ?? '', organisation: seat?.organisation ?? '', isChair: seat?.isChair ?? false, votes: seat?.votes ?? true });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useSave((fields: SeatFields) => (seat ? changeSeat(seat.id, fields) : addSeat(bodyId, fields)), [seatsKey(bodyId), bodiesKey], onClose);
  const submit = () => save.mutate({ ...draft, title: draft.title.trim(), titleEn: orNull(draft.titleEn), organisation: orNull(draft.organisation) });
  return (
    <FormDialog size="lg" title={t(seat ? 'seats.edit' : 'seats.add')} confirm={t('form.save')} isBusy={save.isPending} isIncomplete={draft.title.trim() === ''} error={save.error} onSubmit={submit} onClose={onClose}>
      <NumberInput disabled={seat !== null} label={t('seatForm.number')} min={1} max={10000} allowDecimal={false} value={draft.number} onChange={(value) => set({ number: Number(value) || 1 })} />
      <TextInput label={t('seatForm.title')} required maxLength={200} value={draft.title} onChange={(event) => set({ title: event.currentTarget.value })} data-autofocus />
      <TextInput label={t('seatForm.titleEn')} description={t('ui:optional')} maxLength={200} value={draft.titleEn} onChange={(event) => set({ titleEn: event.currentTarget.value })} />
      <TextInput label={t('seatForm.organisation')} description={t('ui:optional')} maxLength={200} value={draft.organisation} onChange={(event) => set({ organisation: event.currentTarget.value })} />
      <Switch label={t('seatForm.isChair')} checked={draft.isChair} onChange={(event) => set({ isChair: event.currentTarget.checked })} />
      <Switch label={t('seatForm.votes')} checked={draft.votes} onChange={(event) => set({ votes: event.currentTarget.checked })} />
    </FormDialog>
  );
}
