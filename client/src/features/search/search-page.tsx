import { Alert, Button, Checkbox, Group, TextInput } from '@mantine/core';
import { IconFileOff, IconSearch, IconZoomExclamation } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MyBody, SearchGroup, SearchKind, SessionBrief } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { Choose } from '../../ui/choose';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { Empty, Loading, QueryView, Refused } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { kindQuery, searchQuery } from './api';
import { HitRow } from './hit-row';
import { NO_FILTER, type SearchFilter } from './keys';
import classes from './search.module.css';

const kinds: readonly SearchKind[] = ['paper', 'item', 'motion', 'comment', 'request', 'session'];

/** Midnight in Viet Nam of a day in the address. */
const dayStart = (day: string | null, after = 0): string | null => (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? null : new Date(Date.parse(`${day}T00:00:00+07:00`) + after * 86_400_000).toISOString());

function filterOf(params: URLSearchParams): SearchFilter {
  const flag = (name: string) => (params.get(name) === '1' ? '1' : null);
  return {
    ...NO_FILTER, q: (params.get('q') ?? '').slice(0, 200), kind: kinds.find((kind) => kind === params.get('kind')) ?? null, bodyId: params.get('inBody'), sessionId: params.get('session'),
    from: dayStart(params.get('from')), until: dayStart(params.get('until'), 1), exact: flag('exact'), hasText: flag('hasText'),
  };
}

/** Words in papers, items, votes, comments, requests and sessions; the filters are in the address. */
export function SearchPage({ bodies, sessions }: { bodies: readonly MyBody[]; sessions: readonly SessionBrief[] }) {
  const { t } = useTranslation('search');
  const [params] = useSearchParams();
  const filter = filterOf(params);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div role="search" aria-label={t('title')}>
        <Words key={filter.q} words={filter.q} />
        <Filters bodies={bodies} sessions={sessions} />
      </div>
      {filter.q.trim() === '' && <Empty icon={<IconSearch size={40} stroke={1.4} />} title={t('start.title')}>{t('start.text')}</Empty>}
      {filter.q.trim() !== '' && (filter.kind === null ? <AllKinds filter={filter} /> : <OneKind filter={filter} kind={filter.kind} />)}
    </Page>
  );
}

function Words({ words }: { words: string }) {
  const { t } = useTranslation('search');
  const change = useChangeAddress();
  const [value, setValue] = useState(words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ q: value.trim() === '' ? null : value.trim() }, false);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput type="search" size="md" label={t('words')} description={t('words.hint')} maxLength={200} autoFocus={words === ''} leftSection={<IconSearch size={18} aria-hidden />} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      <Button type="submit" size="md">{t('go')}</Button>
    </form>
  );
}

function Filters({ bodies, sessions }: { bodies: readonly MyBody[]; sessions: readonly SessionBrief[] }) {
  const { t } = useTranslation('search');
  const localised = useLocalised();
  const { date } = useTimes();
  const [params] = useSearchParams();
  const changeAddress = useChangeAddress();
  const change = (name: string, value: string) => changeAddress({ [name]: value === '' || value === 'all' ? null : value }, true);
  const sessionId = params.get('session');
  const listed = sessions.map(({ id, title, titleEn, startsAt }) => ({ value: id, label: `${date(startsAt)} · ${localised(title, titleEn)}` }));
  const isOther = sessionId !== null && !listed.some(({ value }) => value === sessionId);
  return (
    <>
      <div className={classes.filters}>
        <Choose label={t('kind')} data={[{ value: 'all', label: t('kind.all') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} value={params.get('kind') ?? 'all'} onChange={(value) => change('kind', value)} />
        {bodies.length > 1 && <Choose label={t('body')} data={[{ value: 'all', label: t('body.all') }, ...bodies.map(({ id, name, nameEn }) => ({ value: id, label: localised(name, nameEn) }))]} value={params.get('inBody') ?? 'all'} onChange={(value) => change('inBody', value)} />}
        <Choose label={t('session')} data={[{ value: 'all', label: t('session.all') }, ...(isOther ? [{ value: sessionId, label: t('session.one') }] : []), ...listed]} value={sessionId ?? 'all'} onChange={(value) => change('session', value)} />
        <TextInput type="date" size="md" label={t('from')} value={params.get('from') ?? ''} onChange={(event) => change('from', event.currentTarget.value)} />
        <TextInput type="date" size="md" label={t('until')} value={params.get('until') ?? ''} onChange={(event) => change('until', event.currentTarget.value)} />
      </div>
      <div className={classes.checks}>
        <Checkbox size="md" label={t('exact')} checked={params.get('exact') === '1'} onChange={(event) => change('exact', event.currentTarget.checked ? '1' : '')} />
        <Checkbox size="md" label={t('hasText')} checked={params.get('hasText') === '1'} onChange={(event) => change('hasText', event.currentTarget.checked ? '1' : '')} />
      </div>
    </>
  );
}

function AllKinds({ filter }: { filter: SearchFilter }) {
  const query = useQuery(searchQuery(filter));
  return (
    <QueryView query={query} rows={6}>
      {({ groups, keepsText }) => (
        <div className={classes.groups}>
          {!keepsText && <NoTextKept />}
          {groups.length === 0 ? <Nothing words={filter.q} /> : groups.map((group) => <GroupSheet key={group.kind} group={group} />)}
        </div>
      )}
    </QueryView>
  );
}

function GroupSheet({ group: { kind, total, hits } }: { group: SearchGroup }) {
  const { t } = useTranslation('search');
  const [params] = useSearchParams();
  const more = new URLSearchParams(params);
  more.set('kind', kind);
  return (
    <Sheet title={t('group', { kind: t(`kind.${kind}`), total })} actions={total > hits.length ? <Button component={Link} to={`/search?${more.toString()}`} variant="default" size="sm">{t('showAll', { total })}</Button> : undefined}>
      <ol className="plain-list">{hits.map((hit) => <HitRow key={`${hit.id} ${hit.page ?? 0}`} hit={hit} />)}</ol>
    </Sheet>
  );
}

function OneKind({ filter, kind }: { filter: SearchFilter; kind: SearchKind }) {
  const { t } = useTranslation('search');
  const query = useInfiniteQuery(kindQuery(filter));
  if (query.data === undefined) return query.isError ? <Refused error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={6} />;
  const [first] = query.data.pages;
  const hits = query.data.pages.flatMap(({ groups }) => groups[0]?.hits ?? []);
  return (
    <div className={classes.groups}>
      {first?.keepsText === false && kind === 'paper' && <NoTextKept />}
      {hits.length === 0 ? <Nothing words={filter.q} /> : (
        <Sheet title={t('group', { kind: t(`kind.${kind}`), total: first?.groups[0]?.total ?? hits.length })}>
          <ol className="plain-list">{hits.map((hit) => <HitRow key={`${hit.id} ${hit.page ?? 0}`} hit={hit} />)}</ol>
          {query.hasNextPage && <Group justify="center" mt="md"><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button></Group>}
        </Sheet>
      )}
    </div>
  );
}

function NoTextKept() {
  const { t } = useTranslation('search');
  return <Alert color="gray" icon={<IconFileOff aria-hidden />}>{t('textOff')}</Alert>;
}

function Nothing({ words }: { words: string }) {
  const { t } = useTranslation('search');
  return <Empty icon={<IconZoomExclamation size={40} stroke={1.4} />} title={t('nothing.title', { words })}>{t('nothing.text')}</Empty>;
}
