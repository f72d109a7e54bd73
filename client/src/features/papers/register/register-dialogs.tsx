import { NumberInput, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisteredPaper, RegisterEntry, Session } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { FormDialog } from '../../../ui/form-dialog';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { fromWallClock } from '../../../ui/time';
import { handOut, registerPaper } from '../api';
import { registerKey } from '../keys';

const classifications: RegisterEntry['classification'][] = ['mat', 'toiMat', 'tuyetMat'];
const OTHER = 'other';

/** Enters a paper that stays on paper. */
export function RegisterDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation('register');
  const localised = useLocalised();
  const client = useQueryClient();
  const [itemId, setItemId] = useState(session.items[0]?.id ?? '');
  const [draft, setDraft] = useState<RegisterEntry>({ title: '', classification: 'mat', copies: session.attendance.length || 1 });
  const set = (change: Partial<RegisterEntry>) => setDraft((old) => ({ ...old, ...change }));
  const save = useMutation({
    mutationFn: () => registerPaper(itemId, { ...draft, title: draft.title.trim() }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: registerKey(session.id) });
      onClose();
    },
  });
  return (
    <FormDialog title={t('add')} confirm={t('form.add')} isBusy={save.isPending} isIncomplete={draft.title.trim() === '' || itemId === ''} error={save.error} onSubmit={() => save.mutate()} onClose={onClose}>
      <Choose label={t('form.item')} data={session.items.map((item) => ({ value: item.id, label: `${item.number}. ${localised(item.title, item.titleEn)}` }))} value={itemId} onChange={setItemId} />
      <TextInput label={t('form.title')} description={t('form.title.hint')} required maxLength={300} value={draft.title} onChange={(event) => set({ title: event.currentTarget.value })} data-autofocus />
      <Choose label={t('form.class')} data={classifications.map((value) => ({ value, label: t(`class.${value}`) }))} value={draft.classification} onChange={(value) => set({ classification: classifications.find((each) => each === value) ?? 'mat' })} />
      <NumberInput label={t('form.copies')} min={1} max={500} allowDecimal={false} value={draft.copies} onChange={(value) => set({ copies: Number(value) || 1 })} />
    </FormDialog>
  );
}

/** Hands a copy to a member of the session, or to somebody who is named. */
export function HandOutDialog({ session, paper, onClose }: { session: Session; paper: RegisteredPaper; onClose: () => void }) {
  const { t } = useTranslation('register');
  const localised = useLocalised();
  const client = useQueryClient();
  const notify = useNotify();
  const taken = new Set(paper.handouts.filter(({ state }) => state !== 'returned').map(({ number }) => number));
  const free = Array.from({ length: paper.copies }, (_, index) => index + 1).filter((number) => !taken.has(number));
  const [number, setNumber] = useState(free[0] ?? 1);
  const [memberId, setMemberId] = useState(session.attendance[0]?.memberId ?? OTHER);
  const [holder, setHolder] = useState('');
  const [due, setDue] = useState('');
  const give = useMutation({
    mutationFn: () => handOut(paper.id, { number, ...(memberId === OTHER ? { holder: holder.trim() } : { memberId }), ...(due === '' ? {} : { dueAt: fromWallClock(due) }) }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: registerKey(session.id) });
      notify.done(t('handOut.done', { number }));
      onClose();
    },
  });
  return (
    <FormDialog title={t('handOut')} confirm={t('handOut')} isBusy={give.isPending} isIncomplete={memberId === OTHER && holder.trim() === ''} error={give.error} onSubmit={() => give.mutate()} onClose={onClose}>
      <Text size="sm">{paper.title}</Text>
      <Choose label={t('handOut.number')} data={free.map((each) => ({ value: String(each), label: String(each) }))} value={String(number)} onChange={(value) => setNumber(Number(value))} />
      <Choose label={t('handOut.member')} data={[...session.attendance.map((each) => ({ value: each.memberId, label: `${each.seatNumber}. ${localised(each.title, each.titleEn)}` })), { value: OTHER, label: t('handOut.other') }]} value={memberId} onChange={setMemberId} data-autofocus />
      {memberId === OTHER && <TextInput label={t('handOut.holder')} required maxLength={200} value={holder} onChange={(event) => setHolder(event.currentTarget.value)} />}
      <TextInput type="datetime-local" label={t('handOut.due')} value={due} onChange={(event) => setDue(event.currentTarget.value)} />
    </FormDialog>
  );
}
