import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delegations } from '../../../api/contract';
import { http } from '../../../api/http';
import { Choose } from '../../../ui/choose';
import { Dialog } from '../../../ui/dialog';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { QueryView, RefusalNote } from '../../../ui/states';
import { today, useTimes } from '../../../ui/time';
import { delegateChair, delegationsQuery, endDelegation } from './api';

interface Holder { member: { id: string; name: string; nameEn: string | null } | null; isChair: boolean }

/** For whom the chair approves and presides while away. */
export default function DelegationDialog({ bodyId, onClose }: { bodyId: string; onClose: () => void }) {
  const { t } = useTranslation('preparing');
  const query = useQuery(delegationsQuery(bodyId));
  return <Dialog title={t('delegate.title')} onClose={onClose}><QueryView query={query} rows={2}>{(answer) => <Delegating bodyId={bodyId} answer={answer} onClose={onClose} />}</QueryView></Dialog>;
}

function Delegating({ bodyId, answer, onClose }: { bodyId: string; answer: Delegations; onClose: () => void }) {
  const { t } = useTranslation(['preparing', 'ui']);
  const localised = useLocalised();
  const { day } = useTimes();
  const client = useQueryClient();
  const notify = useNotify();
  const refresh = () => client.invalidateQueries({ queryKey: ['delegations', bodyId] });
  const end = useMutation({ mutationFn: endDelegation, onSuccess: refresh, onError: notify.refused });
  return (
    <Stack>
      <Text size="sm">{t('delegate.text')}</Text>
      {answer.delegations.length === 0 ? <Text c="dimmed">{t('delegate.none')}</Text> : (
        <ul className="plain-list">
          {answer.delegations.map((each) => (
            <li key={each.id}><Group justify="space-between" py={6}><div><Text fw={500}>{localised(each.name, each.nameEn)}</Text><Text size="sm" c="dimmed">{day(each.fromDate)} – {day(each.untilDate)}</Text></div>{answer.can.delegate && <Button variant="default" loading={end.isPending} onClick={() => end.mutate(each.id)}>{t('delegate.end')}</Button>}</Group></li>
          ))}
        </ul>
      )}
      {answer.can.delegate ? <DelegateForm bodyId={bodyId} onDone={() => void refresh()} onClose={onClose} /> : <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:close')}</Button></Group>}
    </Stack>
  );
}

function DelegateForm({ bodyId, onDone, onClose }: { bodyId: string; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation(['preparing', 'ui']);
  const localised = useLocalised();
  const { data } = useQuery({ queryKey: ['seats', bodyId], queryFn: ({ signal }) => http.get<{ seats: Holder[] }>(`/bodies/${bodyId}/seats`, signal) });
  const [memberId, setMemberId] = useState<string | null>(null);
  const [fromDate, setFromDate] = useState(today());
  const [untilDate, setUntilDate] = useState(today());
  const members = (data?.seats ?? []).flatMap(({ member, isChair }) => (member && !isChair ? [{ value: member.id, label: localised(member.name, member.nameEn) }] : []));
  const delegate = useMutation({ mutationFn: () => delegateChair(bodyId, { memberId: memberId ?? '', fromDate, untilDate }), onSuccess: onDone });
  const isMissing = memberId === null || untilDate < fromDate;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) delegate.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Choose label={t('delegate.who')} placeholder={t('delegate.choose')} data={members} value={memberId} onChange={setMemberId} />
        <Group grow><TextInput type="date" label={t('delegate.from')} required value={fromDate} onChange={(event) => setFromDate(event.currentTarget.value)} /><TextInput type="date" label={t('delegate.until')} required min={fromDate} value={untilDate} onChange={(event) => setUntilDate(event.currentTarget.value)} /></Group>
        <RefusalNote error={delegate.error} />
        <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:close')}</Button><Button type="submit" loading={delegate.isPending} disabled={isMissing}>{t('delegate.make')}</Button></Group>
      </Stack>
    </form>
  );
}
