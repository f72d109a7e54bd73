import { Button, Stack, Text, Title } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Attendance } from '../../api/contract';
import { Choose } from '../../ui/choose';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { ReasonDialog } from '../../ui/reason-dialog';
import { liftRecusal, recuse } from './api';
import classes from './agenda.module.css';

interface RecusalProps { item: AgendaItem; sessionId: string; memberId: string | null; members: readonly Attendance[]; isOffice: boolean }

/** Who takes no part in the item; a member says it of themselves, the office for anybody. */
export function Recusal({ item, sessionId, memberId, members, isOffice }: RecusalProps) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  const [isAsking, setAsking] = useState(false);
  const change = useRecusalChange(item.id, sessionId);
  const mayDeclare = item.can.recuse && (isOffice || (memberId !== null && !item.amRecused));
  if (item.kind !== 'decision' || (item.recusals.length === 0 && !mayDeclare)) return null;
  const free = members.filter((member) => item.recusals.every((entry) => entry.memberId !== member.memberId));
  return (
    <section aria-label={t('recusal.title')}>
      {item.recusals.length > 0 && <Title order={3} size="sm" mb={6}>{t('recusal.title')}</Title>}
      <Stack gap="xs">
        {item.recusals.length > 0 && (
          <ul className="plain-list">
            {item.recusals.map((entry) => (
              <li key={entry.memberId} className={classes.recusal}>
                <span><Text component="span" fw={500}>{localised(entry.name, entry.nameEn)}</Text>{entry.reason !== null && <Text size="sm" c="dimmed">{entry.reason}</Text>}</span>
                {item.can.recuse && (isOffice || entry.memberId === memberId) && <Button variant="default" size="sm" loading={change.lift.isPending} onClick={() => change.lift.mutate(entry.memberId)}>{t('recusal.lift')}</Button>}
              </li>
            ))}
          </ul>
        )}
        {mayDeclare && <div><Button variant="default" leftSection={<IconUserMinus size={18} aria-hidden />} onClick={() => setAsking(true)}>{t(isOffice ? 'recusal.record' : 'recusal.declare')}</Button></div>}
      </Stack>
      {isAsking && <RecusalDialog memberId={isOffice ? null : memberId} members={free} isBusy={change.declare.isPending} onClose={() => setAsking(false)}
        onConfirm={(entry) => change.declare.mutate(entry, { onSuccess: () => setAsking(false) })} />}
    </section>
  );
}

interface DialogProps { memberId: string | null; members: readonly Attendance[]; isBusy: boolean; onConfirm: (entry: { memberId: string; reason: string }) => void; onClose: () => void }

function RecusalDialog({ memberId, members, isBusy, onConfirm, onClose }: DialogProps) {
  const { t } = useTranslation('agenda');
  const localised = useLocalised();
  const [chosen, setChosen] = useState<string | null>(memberId);
  return (
    <ReasonDialog title={t(memberId === null ? 'recusal.record' : 'recusal.declare')} text={t('recusal.text')} label={t('recusal.reason')} confirm={t('recusal.confirm')} isBusy={isBusy} isBlocked={chosen === null} onClose={onClose}
      onConfirm={(reason) => { if (chosen !== null) onConfirm({ memberId: chosen, reason }); }}>
      {memberId === null && <Choose label={t('recusal.member')} placeholder={t('recusal.choose')} value={chosen} onChange={setChosen} data={members.map((member) => ({ value: member.memberId, label: localised(member.title, member.titleEn) }))} />}
    </ReasonDialog>
  );
}

function useRecusalChange(itemId: string, sessionId: string) {
  const { t } = useTranslation('agenda');
  const client = useQueryClient();
  const notify = useNotify();
  const after = (text: string) => ({
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['session', sessionId] });
      notify.done(text);
    },
    onError: notify.refused,
  });
  const declare = useMutation({ mutationFn: (entry: { memberId: string; reason: string }) => recuse(itemId, entry), ...after(t('recusal.done')) });
  const lift = useMutation({ mutationFn: (memberId: string) => liftRecusal(itemId, memberId), ...after(t('recusal.lifted')) });
  return { declare, lift };
}
