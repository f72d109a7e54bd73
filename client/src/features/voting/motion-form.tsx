import { ActionIcon, Button, Checkbox, Group, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Motion, NewMotion } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { Dialog } from '../../ui/dialog';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { RefusalNote } from '../../ui/states';
import { changeMotion, prepareMotion } from './api';
import { motionKey } from './keys';
import classes from './voting.module.css';

type Kind = NonNullable<NewMotion['kind']>;
const kinds: Kind[] = ['question', 'options', 'election', 'block'];

interface MotionFormProps { motion: Motion | null; item: AgendaItem | null; items: AgendaItem[]; sessionId: string; onClose: () => void }
interface Draft { kind: Kind; question: string; questionEn: string; labels: string[]; most: number; places: number; itemIds: string[] }

function draftOf(motion: Motion | null, item: AgendaItem | null): Draft {
  const labels = motion?.options?.map(({ label }) => label) ?? ['', ''];
  const kind = motion === null || motion.kind === 'consentList' ? 'question' : motion.kind;
  return { kind, question: motion?.question ?? item?.title ?? '', questionEn: motion?.questionEn ?? item?.titleEn ?? '', labels, most: motion?.most ?? 1, places: motion?.places ?? 1, itemIds: [] };
}

/** As the server takes it: only what belongs to the kind. */
function entryOf({ kind, question, questionEn, labels, most, places, itemIds }: Draft, motion: Motion | null): NewMotion {
  const words = { question: question.trim(), ...(questionEn.trim() === '' ? {} : { questionEn: questionEn.trim() }) };
  const options = labels.filter((label) => label.trim() !== '').map((label) => {
    const before = motion?.options?.find((option) => option.label === label);
    return before?.labelEn ? { label: label.trim(), labelEn: before.labelEn } : { label: label.trim() };
  });
  if (kind === 'options' || kind === 'election') return { ...words, kind, options, most, places };
  return kind === 'block' ? { ...words, kind, itemIds } : { ...words, kind };
}

/** What is put to the vote: a question, options, persons, or several items at once. */
export default function MotionForm({ motion, item, items, sessionId, onClose }: MotionFormProps) {
  const { t } = useTranslation(['meeting', 'voting', 'ui']);
  const client = useQueryClient();
  const { done } = useNotify();
  const [draft, setDraft] = useState(() => draftOf(motion, item));
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const save = useMutation({
    mutationFn: () => (motion ? changeMotion(motion.id, entryOf(draft, motion)) : prepareMotion(item?.id ?? '', entryOf(draft, null))),
    onSuccess: (answer) => {
      client.setQueryData(motionKey(answer.id), answer);
      void client.invalidateQueries({ queryKey: ['session', sessionId] });
      done(t('voting:done.save'));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.question.trim() !== '') save.mutate();
  };
  const hasOptions = draft.kind === 'options' || draft.kind === 'election';
  return (
    <Dialog onClose={onClose} title={t(motion ? 'voting:act.edit' : 'voting:act.prepare')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          {motion === null && <Choose label={t('motion.kind')} data={kinds.map((value) => ({ value, label: t(`voting:kind.${value}`) }))} value={draft.kind} onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'question' })} />}
          <Textarea label={t('voting:form.question')} required maxLength={1000} value={draft.question} onChange={(event) => set({ question: event.currentTarget.value })} data-autofocus />
          <Textarea label={t('voting:form.questionEn')} description={t('ui:optional')} maxLength={1000} value={draft.questionEn} onChange={(event) => set({ questionEn: event.currentTarget.value })} />
          {hasOptions && <OptionFields draft={draft} onChange={set} />}
          {draft.kind === 'block' && <BlockFields items={items.filter(({ id, outcome }) => id !== item?.id && outcome === null)} chosen={draft.itemIds} onChange={(itemIds) => set({ itemIds })} />}
          {save.isError && <RefusalNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={save.isPending} disabled={draft.question.trim() === ''}>{t('voting:form.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function OptionFields({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation('meeting');
  const word = draft.kind === 'election' ? 'person' : 'option';
  const { labels } = draft;
  return (
    <fieldset className={classes.options}>
      <legend>{t(`motion.${word}s`)}</legend>
      {labels.map((label, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput flex={1} aria-label={t(`motion.${word}`, { number: index + 1 })} maxLength={300} value={label} onChange={(event) => onChange({ labels: labels.map((old, at) => (at === index ? event.currentTarget.value : old)) })} />
          <ActionIcon aria-label={t('motion.removeOption', { number: index + 1 })} disabled={labels.length <= 2} onClick={() => onChange({ labels: labels.filter((_, at) => at !== index) })}><IconX size={20} aria-hidden /></ActionIcon>
        </Group>
      ))}
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange({ labels: [...labels, ''] })}>{t(`motion.add.${word}`)}</Button>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberInput label={t('motion.most')} min={1} max={labels.length} allowDecimal={false} value={draft.most} onChange={(most) => onChange({ most: Number(most) || 1 })} />
        <NumberInput label={t('motion.places')} min={1} max={labels.length} allowDecimal={false} value={draft.places} onChange={(places) => onChange({ places: Number(places) || 1 })} />
      </SimpleGrid>
    </fieldset>
  );
}

function BlockFields({ items, chosen, onChange }: { items: AgendaItem[]; chosen: string[]; onChange: (itemIds: string[]) => void }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  if (items.length === 0) return <Text c="dimmed">{t('motion.noOtherItems')}</Text>;
  return (
    <Checkbox.Group label={t('motion.otherItems')} value={chosen} onChange={onChange}>
      <Stack gap="xs" mt={6}>{items.map((each) => <Checkbox key={each.id} size="md" value={each.id} label={`${each.number}. ${localised(each.title, each.titleEn)}`} />)}</Stack>
    </Checkbox.Group>
  );
}
