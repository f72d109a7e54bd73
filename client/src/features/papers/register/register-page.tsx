import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconCircleCheck, IconHandGrab, IconHandStop, IconLock, IconPlus, type TablerIcon } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Handout, RegisteredPaper, Session } from '../../../api/contract';
import { CsvButton } from '../../../ui/csv-button';
import { useLocalised } from '../../../ui/localised';
import { useNotify } from '../../../ui/notify';
import { Page, Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { Empty, QueryView } from '../../../ui/states';
import { useTimes } from '../../../ui/time';
import { registerQuery, strikeOut, takeBack } from '../api';
import { registerKey } from '../keys';
import { HandOutDialog, RegisterDialog } from './register-dialogs';
import classes from './register.module.css';

const looks: Record<Handout['state'], { color: string; Icon: TablerIcon }> = {
  overdue: { color: 'orange', Icon: IconAlertTriangle }, out: { color: 'indigo', Icon: IconHandGrab }, returned: { color: 'teal', Icon: IconCircleCheck },
};

/** Which copy of which classified paper is with whom, what should be back, and what came back. */
export function RegisterPage({ session }: { session: Session }) {
  const { t } = useTranslation('register');
  const localised = useLocalised();
  const query = useQuery(registerQuery(session.id));
  const [isAdding, setAdding] = useState(false);
  const title = localised(session.title, session.titleEn);
  return (
    <Page title={t('title')} lead={t('lead', { session: title })} actions={<>
      <Button variant="default" component={Link} to={`/sessions/${session.id}`} leftSection={<IconArrowLeft size={20} aria-hidden />}>{t('back')}</Button>
      {query.data !== undefined && query.data.papers.length > 0 && <RegisterCsv papers={query.data.papers} />}
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>{t('add')}</Button>
    </>}>
      <QueryView query={query} rows={3}>{({ papers }) => papers.length === 0 ? <Empty icon={<IconLock size={40} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty>
        : papers.map((paper) => <Paper key={paper.id} session={session} paper={paper} />)}</QueryView>
      {isAdding && <RegisterDialog session={session} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function RegisterCsv({ papers }: { papers: RegisteredPaper[] }) {
  const { t } = useTranslation('register');
  const { dateTime } = useTimes();
  const rows = () => [
    ['title', 'class', 'number', 'holder', 'handed', 'due', 'returned', 'state'].map((name) => t(`col.${name}`)),
    ...papers.flatMap((paper) => paper.handouts.map((each) => [paper.title, t(`class.${paper.classification}`), each.number, each.holder, dateTime(each.handedAt), each.dueAt === null ? null : dateTime(each.dueAt), each.returnedAt === null ? null : dateTime(each.returnedAt), t(`state.${each.state}`)])),
  ];
  return <CsvButton name="so-tai-lieu-giay" label={t('title')} rows={rows} />;
}

function Paper({ session, paper }: { session: Session; paper: RegisteredPaper }) {
  const { t } = useTranslation('register');
  const localised = useLocalised();
  const client = useQueryClient();
  const notify = useNotify();
  const [asked, setAsked] = useState<'handOut' | 'remove' | null>(null);
  const item = session.items.find(({ id }) => id === paper.itemId);
  const out = paper.handouts.filter(({ state }) => state !== 'returned').length;
  const overdue = paper.handouts.filter(({ state }) => state === 'overdue').length;
  const remove = useMutation({ mutationFn: () => strikeOut(paper.id), onSuccess: () => client.invalidateQueries({ queryKey: registerKey(session.id) }), onError: notify.refused });
  return (
    <Sheet label={paper.title}>
      <Group justify="space-between" align="flex-start" gap="sm" mb="sm">
        <div className={classes.head}>
          <Group gap="xs"><Badge color="red" leftSection={<IconLock size={14} aria-hidden />}>{t(`class.${paper.classification}`)}</Badge><Text fw={600}>{paper.title}</Text></Group>
          {item && <Text size="sm" c="dimmed">{item.number}. {localised(item.title, item.titleEn)}</Text>}
          <Group gap="xs" mt={4}><Text size="sm">{t('copies', { out, copies: paper.copies })}</Text>{overdue > 0 && <Badge color="orange" leftSection={<IconAlertTriangle size={14} aria-hidden />}>{t('overdue', { count: overdue })}</Badge>}</Group>
        </div>
        <Group gap="sm">
          {paper.handouts.length === 0 && <Button variant="default" aria-label={t('remove.of', { title: paper.title })} onClick={() => setAsked('remove')}>{t('remove')}</Button>}
          <Button variant="default" leftSection={<IconHandStop size={18} aria-hidden />} disabled={out >= paper.copies} aria-label={t('handOut.of', { title: paper.title })} onClick={() => setAsked('handOut')}>{t('handOut')}</Button>
        </Group>
      </Group>
      {paper.handouts.length === 0 ? <Text c="dimmed">{t('none')}</Text> : <Handouts session={session} paper={paper} />}
      {asked === 'handOut' && <HandOutDialog session={session} paper={paper} onClose={() => setAsked(null)} />}
      {asked === 'remove' && <ConfirmDialog title={t('remove.of', { title: paper.title })} text={t('remove.text')} confirm={t('remove')} isBusy={remove.isPending} onConfirm={() => remove.mutate()} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function Handouts({ session, paper }: { session: Session; paper: RegisteredPaper }) {
  const { t } = useTranslation('register');
  const { dateTime } = useTimes();
  const client = useQueryClient();
  const notify = useNotify();
  const back = useMutation({
    mutationFn: (handout: Handout) => takeBack(handout.id),
    onSuccess: (_, { number }) => {
      void client.invalidateQueries({ queryKey: registerKey(session.id) });
      notify.done(t('return.done', { number }));
    },
    onError: notify.refused,
  });
  const names = ['number', 'holder', 'state', 'handed', 'due', 'returned'] as const;
  return (
    <Table className={classes.table ?? ''} aria-label={paper.title}>
      <Table.Thead><Table.Tr>{names.map((name) => <Table.Th key={name} scope="col">{t(`col.${name}`)}</Table.Th>)}<Table.Th scope="col"><span className="visually-hidden">{t('col.act')}</span></Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {paper.handouts.map((handout) => {
          const { color, Icon } = looks[handout.state];
          const cells: Record<(typeof names)[number], ReactNode> = {
            number: handout.number, holder: handout.holder, state: <Badge color={color} leftSection={<Icon size={14} aria-hidden />}>{t(`state.${handout.state}`)}</Badge>,
            handed: dateTime(handout.handedAt), due: handout.dueAt === null ? '–' : dateTime(handout.dueAt), returned: handout.returnedAt === null ? '–' : dateTime(handout.returnedAt),
          };
          return (
            <Table.Tr key={handout.id}>
              {names.map((name) => <Table.Td key={name} data-label={t(`col.${name}`)}>{cells[name]}</Table.Td>)}
              <Table.Td>{handout.state !== 'returned' && <Button variant="default" size="sm" loading={back.isPending && back.variables.id === handout.id} aria-label={t('return.of', { number: handout.number, holder: handout.holder })} onClick={() => back.mutate(handout)}>{t('return')}</Button>}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
