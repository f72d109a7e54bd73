import { Badge, Button, Chip, Group, Text, TextInput } from '@mantine/core';
import { IconMailQuestion, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MyBody, RequestBrief } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { useChangeAddress } from '../../ui/address';
import { Empty, QueryView } from '../../ui/states';
import { useNow, useTimes } from '../../ui/time';
import { requestsQuery } from './api';
import { RequestMark } from './request-mark';
import classes from './opinions.module.css';

type Filter = 'open' | 'running' | 'answered' | 'preparing' | 'closed' | 'all';
const filters: Filter[] = ['open', 'running', 'answered', 'preparing', 'closed', 'all'];
const preparing = ['draft', 'pendingApproval', 'approved', 'returned'];

const matches: Record<Filter, (request: RequestBrief) => boolean> = {
  open: ({ bucket }) => bucket === 'toAnswer' || bucket === 'dueSoon' || bucket === 'overdue',
  running: ({ state }) => state === 'sent',
  answered: ({ bucket }) => bucket === 'answered',
  preparing: ({ state }) => preparing.includes(state),
  closed: ({ state }) => state !== 'sent' && !preparing.includes(state),
  all: () => true,
};

export function OpinionsPage({ body }: { body: MyBody }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const query = useQuery(requestsQuery(body.id));
  const create = query.data?.can.create === true
    && <Button component={Link} to="/opinion-requests/new" leftSection={<IconPlus size={18} aria-hidden />}>{t('create')}</Button>;
  return (
    <Page title={t('title')} lead={t('lead', { body: localised(body.name, body.nameEn) })} actions={create}>
      <QueryView query={query}>{({ requests }) => <RequestList requests={requests} />}</QueryView>
    </Page>
  );
}

function RequestList({ requests }: { requests: RequestBrief[] }) {
  const { t } = useTranslation('opinions');
  const [params] = useSearchParams();
  const words = params.get('q') ?? '';
  const wanted = words.trim().toLocaleLowerCase();
  const filled = filters.filter((each) => each === 'all' || requests.some(matches[each]));
  const filter = filled.find((each) => each === params.get('show')) ?? filled[0] ?? 'all';
  const shown = requests.filter((request) => matches[filter](request) && (wanted === '' || `${request.title} ${request.titleEn ?? ''}`.toLocaleLowerCase().includes(wanted)))
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') * (filter === 'closed' || filter === 'answered' ? -1 : 1));
  const changeAddress = useChangeAddress();
  const change = (name: 'show' | 'q', value: string) => changeAddress({ [name]: value === '' ? null : value }, true);
  return (
    <>
      <Group justify="space-between" mb="md" gap="sm">
        <Chip.Group value={filter} onChange={(value) => change('show', value)}>
          <Group gap="xs" role="group" aria-label={t('filter.label')}>{filled.map((each) => <Chip key={each} value={each} size="lg" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`filter.${each}`)} {requests.filter(matches[each]).length}</Chip>)}</Group>
        </Chip.Group>
        <TextInput className={classes.search} aria-label={t('search')} placeholder={t('search')} leftSection={<IconSearch size={18} aria-hidden />} value={words} onChange={(event) => change('q', event.currentTarget.value)} />
      </Group>
      {shown.length === 0 ? <Empty icon={<IconMailQuestion size={40} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty>
        : <ul className="plain-list">{shown.map((request) => <RequestRow key={request.id} request={request} />)}</ul>}
    </>
  );
}

function RequestRow({ request }: { request: RequestBrief }) {
  const { t } = useTranslation('opinions');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow(60_000);
  return (
    <li>
      <Link to={`/opinion-requests/${request.id}`} className={classes.row}>
        <div className={classes.rowText}>
          <Text component="span" fw={600}>{localised(request.title, request.titleEn)}</Text>
          <Text component="span" size="sm" c="dimmed">
            {[request.dueAt === null ? '' : t('due', { time: dateTime(request.dueAt) }), request.dueAt !== null && request.state === 'sent' ? left(request.dueAt, now) : '', request.answeredCount !== null && request.memberCount > 1 ? t('answered', { answered: request.answeredCount, total: request.memberCount }) : ''].filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
        <Group gap="xs">{request.bucket !== null && request.bucket !== 'closed' && <RequestMark bucket={request.bucket} />}<Badge color="gray">{t(`state.${request.state}`)}</Badge></Group>
      </Link>
    </li>
  );
}
