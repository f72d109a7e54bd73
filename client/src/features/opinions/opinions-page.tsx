import { Badge, Button, Chip, Group, Text, TextInput } from '@mantine/core';
import { IconChartBar, IconListCheck, IconMailQuestion, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MyBody, RequestBrief } from '../../api/contract';
import { lazyPart } from '../../api/lazy-part';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { useChangeAddress } from '../../ui/address';
import { Empty, QueryView } from '../../ui/states';
import { useNow, useTimes } from '../../ui/time';
import { requestsQuery } from './api';
import { BULK_ACTS, type BulkRights, openTo } from './bulk';
import { RequestMark } from './request-mark';
import classes from './opinions.module.css';

const BulkBar = lazyPart(() => import('./bulk-bar'));
const AssistantsDialog = lazyPart(() => import('./assistants-dialog'));

type Filter = 'toAnswer' | 'dueSoon' | 'overdue' | 'answered' | 'running' | 'waiting' | 'preparing' | 'closed' | 'all';
const filters: Filter[] = ['dueSoon', 'toAnswer', 'overdue', 'answered', 'running', 'waiting', 'preparing', 'closed', 'all'];
const preparing = ['draft', 'pendingApproval', 'approved', 'returned'];
const afterClose = ['closed', 'summarised'];

/** Buckets of who is asked; for the office what runs, what waits for a summary or an end, what is prepared. */
const matches: Record<Filter, (request: RequestBrief) => boolean> = {
  toAnswer: ({ bucket }) => bucket === 'toAnswer',
  dueSoon: ({ bucket }) => bucket === 'dueSoon',
  overdue: ({ bucket }) => bucket === 'overdue',
  answered: ({ bucket }) => bucket === 'answered',
  running: ({ state, answeredCount }) => state === 'sent' && answeredCount !== null,
  waiting: ({ state, answeredCount }) => afterClose.includes(state) && answeredCount !== null,
  preparing: ({ state }) => preparing.includes(state),
  closed: ({ state }) => state !== 'sent' && !preparing.includes(state),
  all: () => true,
};

export function OpinionsPage({ body }: { body: MyBody }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const query = useQuery(requestsQuery(body.id));
  const [isChoosing, setChoosing] = useState(false);
  const assistants = body.memberId !== null && <Button variant="default" leftSection={<IconUsers size={18} aria-hidden />} onClick={() => setChoosing(true)}>{t('assistants.title')}</Button>;
  const create = query.data?.can.create === true
    && <Button component={Link} to="/opinion-requests/new" leftSection={<IconPlus size={18} aria-hidden />}>{t('create')}</Button>;
  const figures = query.data?.can.figures === true && <Button variant="default" component={Link} to="/opinion-requests/figures" leftSection={<IconChartBar size={18} aria-hidden />}>{t('figures')}</Button>;
  return (
    <Page title={t('title')} lead={t('lead', { body: localised(body.name, body.nameEn) })} actions={<>{assistants}{figures}{create}</>}>
      <QueryView query={query}>{({ requests, can }) => <RequestList requests={requests} rights={can} />}</QueryView>
      <Suspense>{isChoosing && <AssistantsDialog bodyId={body.id} onClose={() => setChoosing(false)} />}</Suspense>
    </Page>
  );
}

function RequestList({ requests, rights }: { requests: RequestBrief[]; rights: BulkRights }) {
  const { t } = useTranslation('opinions');
  const [params] = useSearchParams();
  const words = params.get('q') ?? '';
  const wanted = words.trim().toLocaleLowerCase();
  const filled = filters.filter((each) => each === 'all' || requests.some(matches[each]));
  const filter = filled.find((each) => each === params.get('show')) ?? filled[0] ?? 'all';
  const shown = requests.filter((request) => matches[filter](request) && (wanted === '' || `${request.title} ${request.titleEn ?? ''}`.toLocaleLowerCase().includes(wanted)))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') * (filter === 'closed' || filter === 'answered' ? -1 : 1));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const canChoose = BULK_ACTS.some((act) => openTo(act, shown, rights).length > 0);
  const toggle = (id: string) => setChosen((before) => (before === null ? null : before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  const changeAddress = useChangeAddress();
  const change = (name: 'show' | 'q', value: string) => changeAddress({ [name]: value === '' ? null : value }, true);
  return (
    <>
      <Group justify="space-between" mb="md" gap="sm">
        <Chip.Group value={filter} onChange={(value) => change('show', value)}>
          <Group gap="xs" role="group" aria-label={t('filter.label')}>{filled.map((each) => <Chip key={each} value={each} size="lg" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`filter.${each}`)} {requests.filter(matches[each]).length}</Chip>)}</Group>
        </Chip.Group>
        {canChoose && chosen === null && <Button variant="default" leftSection={<IconListCheck size={18} aria-hidden />} onClick={() => setChosen([])}>{t('bulk.start')}</Button>}
        <TextInput className={classes.search} aria-label={t('search')} placeholder={t('search')} leftSection={<IconSearch size={18} aria-hidden />} value={words} onChange={(event) => change('q', event.currentTarget.value)} />
      </Group>
      {shown.length === 0 ? <Empty icon={<IconMailQuestion size={40} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty>
        : <ul className="plain-list">{shown.map((request) => <RequestRow key={request.id} request={request} choosing={chosen === null ? null : { isChosen: chosen.includes(request.id), onToggle: () => toggle(request.id) }} />)}</ul>}
      <Suspense>{chosen !== null && <BulkBar chosen={shown.filter(({ id }) => chosen.includes(id))} rights={rights} onDone={setChosen} onClose={() => setChosen(null)} />}</Suspense>
    </>
  );
}

function RequestRow({ request, choosing }: { request: RequestBrief; choosing: { isChosen: boolean; onToggle: () => void } | null }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow(60_000);
  return (
    <li className={choosing === null ? undefined : classes.choosing}>
      {choosing !== null && <label className={classes.choose}><input type="checkbox" checked={choosing.isChosen} onChange={choosing.onToggle} aria-label={t('bulk.choose', { title: localised(request.title, request.titleEn) })} /></label>}
      <Link to={`/opinion-requests/${request.id}`} className={classes.row}>
        <div className={classes.rowText}>
          <Text component="span" fw={600}>{localised(request.title, request.titleEn)}</Text>
          <Text component="span" size="sm" c="dimmed">
            {[request.dueAt === null ? '' : t('due', { time: dateTime(request.dueAt) }), request.dueAt !== null && request.state === 'sent' ? left(request.dueAt, now) : '', request.myReply === 'handedUp' ? t('row.handedUp') : '', request.answeredCount !== null && request.memberCount > 1 ? t('answered', { answered: request.answeredCount, total: request.memberCount }) : ''].filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
        <Group gap="xs">{request.bucket !== null && request.bucket !== 'closed' && <RequestMark bucket={request.bucket} />}<Badge color="gray">{t(`state.${request.state}`)}</Badge></Group>
      </Link>
    </li>
  );
}
