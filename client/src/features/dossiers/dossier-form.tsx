import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, DossierEntry, ItemKind } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { FormDialog } from '../../ui/form-dialog';
import { createDossier, editDossier } from './api';
import { dossierKey } from './keys';

const kinds: ItemKind[] = ['decision', 'information', 'oral', 'standing'];

interface DossierFormProps { bodyId: string; dossier: Dossier | null; onClose: () => void; onSaved: (dossier: Dossier) => void }

/** What is asked of the body: a new dossier, or one that is still the sponsor's. */
export function DossierForm({ bodyId, dossier, onClose, onSaved }: DossierFormProps) {
  const { t } = useTranslation('dossiers');
  const client = useQueryClient();
  const [draft, setDraft] = useState<DossierEntry>({ title: dossier?.title ?? '', titleEn: dossier?.titleEn ?? '', kind: dossier?.kind ?? 'decision', summary: dossier?.summary ?? '', wishedOn: dossier?.wishedOn ?? '' });
  const set = (change: Partial<DossierEntry>) => setDraft((old) => ({ ...old, ...change }));
  const save = useMutation({
    mutationFn: () => (dossier === null ? createDossier(bodyId, draft) : editDossier(dossier.id, draft)),
    onSuccess: (saved) => {
      client.setQueryData(dossierKey(saved.id), saved);
      void client.invalidateQueries({ queryKey: ['dossiers'] });
      onSaved(saved);
    },
  });
  return (
    <FormDialog title={t(dossier === null ? 'create' : 'edit')} size="lg" confirm={t(dossier === null ? 'form.create' : 'form.save')} isBusy={save.isPending} isIncomplete={draft.title.trim() === ''} error={save.error} onSubmit={() => save.mutate()} onClose={onClose}>
      <Textarea label={t('form.title')} description={t('form.title.hint')} required autosize minRows={2} maxLength={500} value={draft.title} onChange={(event) => set({ title: event.currentTarget.value })} data-autofocus />
      <TextInput label={t('form.titleEn')} description={t('ui:optional')} maxLength={500} value={draft.titleEn ?? ''} onChange={(event) => set({ titleEn: event.currentTarget.value })} />
      <Choose label={t('form.kind')} data={kinds.map((value) => ({ value, label: t(`agenda:kind.${value}`) }))} value={draft.kind} onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'decision' })} />
      <Textarea label={t('form.summary')} description={t('form.summary.hint')} autosize minRows={3} maxRows={8} maxLength={5000} value={draft.summary ?? ''} onChange={(event) => set({ summary: event.currentTarget.value })} />
      <TextInput label={t('form.wished')} description={t('ui:optional')} type="date" value={draft.wishedOn ?? ''} onChange={(event) => set({ wishedOn: event.currentTarget.value })} />
    </FormDialog>
  );
}
