import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../ui/time';
import { type AppointmentFields, appoint, endTerm } from './api';
import { FormDialog } from '../../ui/form-dialog';
import { bodiesKey, seatsKey } from './keys';
import type { AccountChoice } from './account-choice';
import { useSave } from './use-save';
import { Choose } from '../../ui/choose';

export function AppointForm({ bodyId, seatId, accounts, onClose }: { bodyId: string; seatId: string; accounts: AccountChoice[]; onClose: () => void }) {
  const { t } = useTranslation(['bodies', 'ui']);
  const [draft, setDraft] = useState({ name: '', nameEn: '', accountId: '', from: today() });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useSave((fields: AppointmentFields) => appoint(seatId, fields), [seatsKey(bodyId), bodiesKey], onClose);
  const submit = () => save.mutate({ name: draft.name.trim(), nameEn: draft.nameEn.trim() === '' ? null : draft.nameEn.trim(), accountId: draft.accountId === '' ? null : draft.accountId, from: draft.from });
  return (
    <FormDialog size="lg" title={t('seats.appoint')} confirm={t('form.save')} isBusy={save.isPending} isIncomplete={draft.name.trim() === '' || draft.from === ''} error={save.error} onSubmit={submit} onClose={onClose}>
      <TextInput label={t('memberForm.name')} required maxLength={200} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} data-autofocus />
      <TextInput label={t('memberForm.nameEn')} description={t('ui:optional')} maxLength={200} value={draft.nameEn} onChange={(event) => set({ nameEn: event.currentTarget.value })} />
      <TextInput type="date" label={t('memberForm.from')} required value={draft.from} onChange={(event) => set({ from: event.currentTarget.value })} />
      <Choose label={t('memberForm.account')} data={[{ value: '', label: t('memberForm.noAccount') }, ...accounts.map(({ id, name, username }) => ({ value: id, label: `${name} (${username})` }))]} value={draft.accountId} onChange={(value) => set({ accountId: value ?? '' })} />
    </FormDialog>
  );
}

export function EndTermForm({ bodyId, memberId, onClose }: { bodyId: string; memberId: string; onClose: () => void }) {
  const { t } = useTranslation('bodies');
  const [on, setOn] = useState(today);
  const save = useSave((date: string) => endTerm(memberId, date), [seatsKey(bodyId), bodiesKey], onClose);
  return (
    <FormDialog size="lg" title={t('seats.end')} confirm={t('form.save')} isBusy={save.isPending} isIncomplete={on === ''} error={save.error} onSubmit={() => save.mutate(on)} onClose={onClose}>
      <TextInput type="date" label={t('endForm.on')} required value={on} onChange={(event) => setOn(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}
