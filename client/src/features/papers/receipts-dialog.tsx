import { Badge, Button, Group, Text } from '@mantine/core';
import { IconBell, IconCircleCheck, IconCircleDashed, IconHistory, IconMailOff, IconUserMinus, type TablerIcon } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PaperBrief, PaperReceipt, PaperReceipts } from '../../api/contract';
import { Dialog } from '../../ui/dialog';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { receiptsQuery, remindReaders } from './api';
import { receiptsKey } from './keys';
import classes from './papers.module.css';

/** Those who have something left to do stand first. */
const order = ['old', 'delivered', 'opened', 'waiting', 'noAccount', 'recused'] as const;

const looks: Record<PaperReceipt['state'], { Icon: TablerIcon; color: string }> = {
  old: { Icon: IconHistory, color: 'orange' }, delivered: { Icon: IconCircleDashed, color: 'gray' }, opened: { Icon: IconCircleCheck, color: 'teal' },
  waiting: { Icon: IconCircleDashed, color: 'gray' }, noAccount: { Icon: IconMailOff, color: 'gray' }, recused: { Icon: IconUserMinus, color: 'gray' },
};

/** With whom a paper has arrived, who has opened it and how far they got, and who still holds an older version. */
export default function ReceiptsDialog({ paper, onClose }: { paper: PaperBrief; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const query = useQuery(receiptsQuery(paper.id));
  return <Dialog size="lg" title={t('receipts.title', { title: paper.title })} onClose={onClose}><QueryView query={query} rows={4}>{(answer) => <><Receipts answer={answer} /><Remind paper={paper} answer={answer} /></>}</QueryView></Dialog>;
}

function Receipts({ answer: { current, pages, receipts } }: { answer: PaperReceipts }) {
  const { t } = useTranslation('papers');
  const shown = order.map((state) => ({ state, people: receipts.filter((receipt) => receipt.state === state) })).filter(({ people }) => people.length > 0);
  return (
    <>
      <Text c="dimmed">{current === null ? t('receipts.waits') : t('receipts.current', { number: current, count: pages })}</Text>
      {receipts.length === 0 && <Text mt="sm">{t('receipts.nobody')}</Text>}
      {shown.map(({ state, people }) => (
        <section key={state} className={classes.receipts} aria-label={t(`receipts.${state}`)}>
          <h3><Mark state={state} /> <span className={classes.receiptCount}>{people.length}</span></h3>
          <ul className="plain-list">{people.map((receipt) => <Person key={`${receipt.kind} ${receipt.seatNumber ?? receipt.name}`} receipt={receipt} pages={pages} />)}</ul>
        </section>
      ))}
    </>
  );
}

/** Those who have an account and have not opened the current version. */
function Remind({ paper, answer }: { paper: PaperBrief; answer: PaperReceipts }) {
  const { t } = useTranslation('papers');
  const client = useQueryClient();
  const notify = useNotify();
  const late = answer.receipts.filter(({ state }) => state === 'old' || state === 'delivered').length;
  const remind = useMutation({
    mutationFn: () => remindReaders(paper.id),
    onSuccess: ({ people }) => {
      void client.invalidateQueries({ queryKey: [...receiptsKey] });
      notify.done(t('receipts.reminded', { count: people }));
    },
    onError: notify.refused,
  });
  if (late === 0) return null;
  return <Group justify="flex-end" mt="md"><Button leftSection={<IconBell size={18} aria-hidden />} loading={remind.isPending} onClick={() => remind.mutate()}>{t('receipts.remind', { count: late })}</Button></Group>;
}

function Mark({ state }: { state: PaperReceipt['state'] }) {
  const { t } = useTranslation('papers');
  const { Icon, color } = looks[state];
  return <Badge color={color} leftSection={<Icon size={16} aria-hidden />}>{t(`receipts.${state}`)}</Badge>;
}

function Person({ receipt, pages }: { receipt: PaperReceipt; pages: number }) {
  const { t } = useTranslation('papers');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const { kind, seatNumber, state, openedAt, openedNumber, furthestPage, remindedAt } = receipt;
  const isReminded = remindedAt !== null && (state === 'old' || state === 'delivered');
  const facts = [openedAt === null ? '' : dateTime(openedAt), openedAt === null ? '' : state === 'old' ? t('receipts.holds', { number: openedNumber }) : t('receipts.pages', { page: furthestPage, pages }), isReminded ? t('receipts.remindedAt', { time: dateTime(remindedAt) }) : ''].filter((fact) => fact !== '');
  const name = `${seatNumber === null ? '' : `${seatNumber}. `}${localised(receipt.name, receipt.nameEn)}`;
  return (
    <li>
      <Group justify="space-between" py={8} gap="xs">
        <Text>{name}{kind !== 'member' && <Text span c="dimmed"> · {t(`receipts.kind.${kind}`)}</Text>}</Text>
        {facts.length > 0 && state !== 'recused' && <Text size="sm" c="dimmed">{facts.join(' · ')}</Text>}
      </Group>
    </li>
  );
}
