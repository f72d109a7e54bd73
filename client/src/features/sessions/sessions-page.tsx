import { Chip, Group, Text, TextInput } from '@mantine/core';
import { IconCalendarEvent, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { lazyPart } from '../../api/lazy-part';
import type { MyBody, SessionBrief, SessionState } from '../../api/contract';
import { withTexts } from '../../i18n/start';
import { useLocalised } from '../../ui/localised';
import { Page } from '../../ui/page';
import { useChangeAddress } from '../../ui/address';
import { Empty, QueryView } from '../../ui/states';
import { useNow, useTimes } from '../../ui/time';
import { sessionsQuery } from './api';
import { SessionStateBadge } from './session-state';
import classes from './sessions.module.css';

const CreateMenu = lazyPart(async () => ({ default: (await withTexts('preparing', import('./preparing/create-menu'))).CreateMenu }));
const DelegationButton = lazyPart(async () => ({ default: (await withTexts('preparing', import('./preparing/create-menu'))).DelegationButton }));

type Filter = 'now' | 'preparing' | 'past' | 'all';
const filters: Filter[] = ['now', 'preparing', 'past', 'all'];
const statesOf: Record<Exclude<Filter, 'all'>, SessionState[]> = {
  now: ['sent', 'inSession', 'suspended'],
  preparing: ['draft', 'pendingApproval', 'approved', 'returned'],
  past: ['ended', 'concluded', 'postponed', 'cancelled'],
};

function isFilter(value: string | null): value is Filter {
  return filters.some((filter) => filter === value);
}

function select(sessions: SessionBrief[], filter: Filter, words: string): SessionBrief[] {
  const wanted = words.trim().toLocaleLowerCase();
  const shown = sessions.filter((session) => (filter === 'all' || statesOf[filter].includes(session.state))
    && (wanted === '' || `${session.title} ${session.titleEn ?? ''}`.toLocaleLowerCase().includes(wanted)));
  const direction = filter === 'now' || filter === 'preparing' ? 1 : -1;
  return shown.sort((a, b) => direction * a.startsAt.localeCompare(b.startsAt));
}

export function SessionsPage({ body }: { body: MyBody }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const query = useQuery(sessionsQuery(body.id));
  const create = query.data && <Suspense>{query.data.can.approve && <DelegationButton bodyId={body.id} />}{query.data.can.create && <CreateMenu bodyId={body.id} />}</Suspense>;
  return (
    <Page title={t('title')} lead={t('list.lead', { body: localised(body.name, body.nameEn) })} actions={create}>
      <QueryView query={query}>{({ sessions }) => <SessionList sessions={sessions} />}</QueryView>
    </Page>
  );
}

function SessionList({ sessions }: { sessions: SessionBrief[] }) {
  const { t } = useTranslation('sessions');
  const [params] = useSearchParams();
  const inAddress = params.get('show');
  const words = params.get('q') ?? '';
  const hasComing = sessions.some((session) => statesOf.now.includes(session.state));
  const filter: Filter = isFilter(inAddress) ? inAddress : hasComing ? 'now' : 'all';
  const changeAddress = useChangeAddress();
  const change = (name: 'show' | 'q', value: string) => changeAddress({ [name]: value === '' ? null : value }, true);
  const shown = select(sessions, filter, words);
  return (
    <>
      <Group justify="space-between" mb="md" gap="sm">
        <Chip.Group value={filter} onChange={(value) => change('show', value)}>
          <Group gap="xs" role="group" aria-label={t('filter.label')}>{filters.map((each) => <Chip key={each} value={each} size="lg" radius="sm" color="var(--mantine-color-text)" variant="outline">{t(`filter.${each}`)}</Chip>)}</Group>
        </Chip.Group>
        <TextInput className={classes.search} aria-label={t('search')} placeholder={t('search')} leftSection={<IconSearch size={18} aria-hidden />} value={words} onChange={(event) => change('q', event.currentTarget.value)} />
      </Group>
      {shown.length === 0
        ? <Empty icon={<IconCalendarEvent size={40} stroke={1.4} />} title={t(filter === 'now' ? 'empty.now.title' : 'empty.other.title')}>{t(filter === 'now' ? 'empty.now.text' : 'empty.other.text')}</Empty>
        : <ul className="plain-list">{shown.map((session) => <SessionRow key={session.id} session={session} />)}</ul>}
    </>
  );
}

function SessionRow({ session }: { session: SessionBrief }) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const { clock, weekdayDate, left } = useTimes();
  const now = useNow(60_000);
  const isComing = statesOf.now.includes(session.state) && new Date(session.startsAt).getTime() > now;
  return (
    <li>
      <Link to={`/sessions/${session.id}`} className={classes.row}>
        <div className={classes.when}>
          <Text fw={600} size="lg" component="span">{clock(session.startsAt)}</Text>
          <Text size="sm" c="dimmed" component="span">{weekdayDate(session.startsAt)}</Text>
        </div>
        <div className={classes.what}>
          <Text fw={600} component="span">{localised(session.title, session.titleEn)}</Text>
          <Text size="sm" c="dimmed" component="span">
            {[t(`kind.${session.kind}`), session.place, t('items', { count: session.itemCount }), isComing ? left(session.startsAt, now) : ''].filter((part) => part !== '').join(' · ')}
          </Text>
          {session.myAttendance && <Text size="sm" component="span">{t('attend.mine.state')}: {t(`attendance.${session.myAttendance}`)}</Text>}
        </div>
        <SessionStateBadge state={session.state} />
      </Link>
    </li>
  );
}
