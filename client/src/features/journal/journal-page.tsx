import { Button, Group, TextInput } from '@mantine/core';
import { IconDownload, IconListSearch, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { JournalEntry } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { Choose } from '../../ui/choose';
import { Page, Sheet } from '../../ui/page';
import { Empty, Loading, Refused } from '../../ui/states';
import { journalQuery } from './api';
import { EntryRow } from './entry-row';
import type { JournalFilter } from './keys';
import { ProofDialog } from './proof-dialog';
import classes from './journal.module.css';

const kinds = ['identity', 'body', 'calendar', 'ruleSet', 'seatPlan', 'session', 'display', 'agenda', 'position', 'consent', 'turn', 'recusal', 'comment', 'paper', 'share', 'motion', 'request', 'journal'] as const;

/** Midnight in Viet Nam of a day in the address. */
const dayStart = (day: string | null): string | null => (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? null : new Date(`${day}T00:00:00+07:00`).toISOString());
const dayEnd = (day: string | null): string | null => {
  const start = dayStart(day);
  return start === null ? null : new Date(Date.parse(start) + 86_400_000).toISOString();
};

/** What happened, for auditors: filtered, searched, each row with its proof; and the whole log to take away. */
export function JournalPage() {
  const { t } = useTranslation('journal');
  const [params] = useSearchParams();
  const filter: JournalFilter = { q: params.get('q'), kind: kinds.find((kind) => kind === params.get('kind')) ?? null, from: dayStart(params.get('from')), until: dayEnd(params.get('until')) };
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Button component="a" href="/api/journal/export" download leftSection={<IconDownload size={18} aria-hidden />}>{t('export')}</Button>}>
      <Filters />
      <Entries filter={filter} />
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation('journal');
  const [params] = useSearchParams();
  const changeAddress = useChangeAddress();
  const change = (name: 'q' | 'kind' | 'from' | 'until', value: string) => changeAddress({ [name]: value === '' ? null : value }, true);
  return (
    <div className={classes.filters} role="search" aria-label={t('filter')}>
      <TextInput label={t('filter.q')} description={t('filter.q.hint')} leftSection={<IconSearch size={18} aria-hidden />} value={params.get('q') ?? ''} onChange={(event) => change('q', event.currentTarget.value)} />
      <Choose label={t('filter.kind')} data={[{ value: 'all', label: t('kind.all') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} value={params.get('kind') ?? 'all'} onChange={(value) => change('kind', value === 'all' ? '' : value)} />
      <TextInput type="date" label={t('filter.from')} value={params.get('from') ?? ''} onChange={(event) => change('from', event.currentTarget.value)} />
      <TextInput type="date" label={t('filter.until')} value={params.get('until') ?? ''} onChange={(event) => change('until', event.currentTarget.value)} />
    </div>
  );
}

function Entries({ filter }: { filter: JournalFilter }) {
  const { t } = useTranslation('journal');
  const [shown, setShown] = useState<JournalEntry | null>(null);
  const query = useInfiniteQuery(journalQuery(filter));
  if (query.data === undefined) return query.isError ? <Refused error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={6} />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <Empty icon={<IconListSearch size={40} stroke={1.4} />} title={t('empty.title')}>{t('empty.text')}</Empty>;
  return (
    <Sheet label={t('title')}>
      <ol className={`plain-list ${classes.list ?? ''}`}>{entries.map((entry) => <EntryRow key={entry.seq} entry={entry} onProof={() => setShown(entry)} />)}</ol>
      {query.hasNextPage && <Group justify="center" mt="md"><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button></Group>}
      {shown !== null && <ProofDialog entry={shown} onClose={() => setShown(null)} />}
    </Sheet>
  );
}
