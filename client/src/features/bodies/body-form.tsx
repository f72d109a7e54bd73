import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body, BodyKind } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { type BodyFields, changeBody, createBody, ruleSetsQuery } from './api';
import { FormDialog } from '../../ui/form-dialog';
import { bodiesKey } from './keys';
import { useSave } from './use-save';
import { Choose } from '../../ui/choose';

const kinds: BodyKind[] = ['government', 'committee', 'council', 'board'];

export function BodyForm({ body, onClose, onSaved }: { body: Body | null; onClose: () => void; onSaved: (body: Body) => void }) {
  const { t } = useTranslation(['bodies', 'ui']);
  const localised = useLocalised();
  const ruleSets = useQuery(ruleSetsQuery);
  const [draft, setDraft] = useState({ name: body?.name ?? '', nameEn: body?.nameEn ?? '', shortName: body?.shortName ?? '', kind: kinds.find((kind) => kind === body?.kind) ?? 'committee', ruleSetId: body?.ruleSetId ?? '' });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useSave((fields: BodyFields) => (body ? changeBody(body.id, fields) : createBody(fields)), [bodiesKey, ['me']], onSaved);
  const isIncomplete = draft.name.trim() === '' || draft.shortName.trim() === '' || draft.ruleSetId === '';
  const submit = () => save.mutate({ ...draft, name: draft.name.trim(), shortName: draft.shortName.trim(), nameEn: draft.nameEn.trim() === '' ? draft.name.trim() : draft.nameEn.trim() });
  return (
    <FormDialog size="lg" title={t(body ? 'form.edit' : 'create')} confirm={t('form.save')} isBusy={save.isPending} isIncomplete={isIncomplete} error={save.error} onSubmit={submit} onClose={onClose}>
      <TextInput label={t('form.name')} required maxLength={200} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} data-autofocus />
      <TextInput label={t('form.nameEn')} description={t('ui:optional')} maxLength={200} value={draft.nameEn} onChange={(event) => set({ nameEn: event.currentTarget.value })} />
      <TextInput label={t('form.shortName')} required maxLength={60} value={draft.shortName} onChange={(event) => set({ shortName: event.currentTarget.value })} />
      <Choose disabled={body !== null} label={t('form.kind')} data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={draft.kind} onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'committee' })} />
      <Choose label={t('form.ruleSet')} required data={(ruleSets.data?.ruleSets ?? []).map((each) => ({ value: each.id, label: localised(each.name, each.nameEn) }))} value={draft.ruleSetId === '' ? null : draft.ruleSetId} onChange={(value) => set({ ruleSetId: value ?? '' })} />
    </FormDialog>
  );
}
