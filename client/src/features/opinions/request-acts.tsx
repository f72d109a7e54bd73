import { ActionIcon, Button, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpinionRequest, RequestAct } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { type ActEntry, actOnRequest } from './api';
import { requestKey } from './keys';
import { Dialog } from '../../ui/dialog';
import { Menu } from '../../ui/menu';

const forward: RequestAct[] = ['submit', 'approve', 'send', 'close'];
const aside: RequestAct[] = ['return', 'extend', 'recall'];

export function RequestActs({ request }: { request: OpinionRequest }) {
  const { t } = useTranslation('opinions');
  const client = useQueryClient();
  const notify = useNotify();
  const [asked, setAsked] = useState<RequestAct | null>(null);
  const act = useMutation({
    mutationFn: (entry: ActEntry) => actOnRequest(request.id, entry),
    onSuccess: (answer, entry) => {
      client.setQueryData(requestKey(request.id), answer);
      for (const key of ['requests', 'desk']) void client.invalidateQueries({ queryKey: [key] });
      setAsked(null);
      notify.done(t(`done.${entry.act}`));
    },
    onError: notify.refused,
  });
  const next = forward.find((each) => request.can[each]);
  const others = [...forward, ...aside].filter((each) => request.can[each] && each !== next);
  const start = (each: RequestAct) => (each === 'submit' || each === 'approve' ? act.mutate({ act: each }) : setAsked(each));
  return (
    <>
      {request.can.edit && <Button variant="default" component={Link} to={`/opinion-requests/${request.id}/edit`}>{t('act.edit')}</Button>}
      {next !== undefined && <Button variant={request.can.reply ? 'default' : 'filled'} loading={act.isPending && asked === null} onClick={() => start(next)}>{t(`act.${next}`)}</Button>}
      {others.length > 0 && (
        <Menu position="bottom-end" width={240}>
          <Menu.Target><ActionIcon variant="default" aria-label={t('act.more')}><IconDotsVertical size={20} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>{others.map((each) => <Menu.Item key={each} onClick={() => start(each)}>{t(`act.${each}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {asked !== null && <ActDialog act={asked} request={request} isBusy={act.isPending} onSend={(entry) => act.mutate({ act: asked, ...entry })} onClose={() => setAsked(null)} />}
    </>
  );
}

interface ActDialogProps { act: RequestAct; request: OpinionRequest; isBusy: boolean; onSend: (entry: Omit<ActEntry, 'act'>) => void; onClose: () => void }

function ActDialog({ act, request, isBusy, onSend, onClose }: ActDialogProps) {
  const { t } = useTranslation('opinions');
  const common = { title: t(`act.${act}`), confirm: t(`act.${act}`), isBusy, onClose };
  if (act === 'extend') return <ExtendDialog {...common} onSend={onSend} />;
  if (act === 'return' || act === 'recall') return <ReasonDialog {...common} label={t('reason')} text={t(`reason.${act}`)} onConfirm={(reason) => onSend({ reason })} />;
  return <ConfirmDialog {...common} text={t(`confirm.${act}`, { count: request.memberCount, answered: request.answeredCount ?? 0, total: request.memberCount })} onConfirm={() => onSend({})} />;
}

function ExtendDialog({ title, confirm, isBusy, onSend, onClose }: Omit<ActDialogProps, 'act' | 'request'> & { title: string; confirm: string }) {
  const { t } = useTranslation(['opinions', 'ui']);
  const [days, setDays] = useState(2);
  const [reason, setReason] = useState('');
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') onSend({ workingDays: days, reason: reason.trim() }); }}>
        <Stack>
          <NumberInput label={t('extend.days')} min={1} max={60} allowDecimal={false} value={days} onChange={(value) => setDays(Number(value) || 1)} />
          <Textarea label={t('reason')} required maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={isBusy} disabled={reason.trim() === ''}>{confirm}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
