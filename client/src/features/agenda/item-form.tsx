import { Button, Group, NumberInput, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, ItemKind } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { RefusalNote } from '../../ui/states';
import { addItem, changeItem, type ItemFields } from './api';
import { Choose } from '../../ui/choose';
import { Dialog } from '../../ui/dialog';

const kinds: ItemKind[] = ['decision', 'information', 'oral', 'standing'];
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());

interface ItemFormProps { sessionId: string; item: AgendaItem | null; parentId: string | null; onSaved: (itemId: string) => void; onClose: () => void }

export function ItemForm({ sessionId, item, parentId, onSaved, onClose }: ItemFormProps) {
  const { t } = useTranslation(['agenda', 'ui']);
  const client = useQueryClient();
  const { done } = useNotify();
  const [draft, setDraft] = useState({ title: item?.title ?? '', titleEn: item?.titleEn ?? '', kind: item?.kind ?? 'decision', sponsor: item?.sponsor ?? '', minutes: item?.minutes ?? 10, summary: item?.summary ?? '', withheld: item?.withheld ?? false });
  const set = (change: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const fields: ItemFields = { title: draft.title.trim(), titleEn: orNull(draft.titleEn), kind: draft.kind, sponsor: orNull(draft.sponsor), minutes: draft.minutes, summary: orNull(draft.summary), withheld: draft.withheld };
      return item ? changeItem(item.id, fields) : addItem(sessionId, parentId, fields);
    },
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: ['session', sessionId] });
      done(t('done.saved'));
      onSaved(answer.id);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.title.trim() !== '') save.mutate();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t(item ? 'form.edit' : 'form.add')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t('form.title')} required maxLength={500} value={draft.title} onChange={(event) => set({ title: event.currentTarget.value })} data-autofocus />
          <TextInput label={t('form.titleEn')} description={t('ui:optional')} maxLength={500} value={draft.titleEn} onChange={(event) => set({ titleEn: event.currentTarget.value })} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Choose label={t('form.kind')} data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} value={draft.kind} onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'decision' })} />
            <NumberInput label={t('form.minutes')} min={0} max={600} allowDecimal={false} value={draft.minutes} onChange={(value) => set({ minutes: Number(value) || 0 })} />
          </SimpleGrid>
          <TextInput label={t('form.sponsor')} description={t('ui:optional')} maxLength={200} value={draft.sponsor} onChange={(event) => set({ sponsor: event.currentTarget.value })} />
          <Textarea label={t('form.summary')} description={t('ui:optional')} maxLength={10000} value={draft.summary} onChange={(event) => set({ summary: event.currentTarget.value })} />
          <Switch label={t('form.withheld')} description={t('form.withheld.text')} checked={draft.withheld} onChange={(event) => set({ withheld: event.currentTarget.checked })} />
          {save.isError && <RefusalNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={save.isPending} disabled={draft.title.trim() === ''}>{t('form.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
