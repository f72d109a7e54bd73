import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconNotes, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { MyNote, NoteKind } from '../../../api/contract';
import { useChangeAddress } from '../../../ui/address';
import { Choose } from '../../../ui/choose';
import { useLocalised } from '../../../ui/localised';
import { Page, Sheet } from '../../../ui/page';
import { Empty, Loading, Refused } from '../../../ui/states';
import { useTimes } from '../../../ui/time';
import { myNotesQuery } from './api';
import { noteIcons } from './icons';
import classes from './notes.module.css';

const kinds: readonly NoteKind[] = ['highlight', 'text', 'ink', 'bookmark'];
const LOOK_AFTER_MS = 250;

/** All my notes: the filter stands in the address, each result leads to its place. */
export default function MyNotesPage() {
  const { t } = useTranslation('notes');
  const localised = useLocalised();
  const [params] = useSearchParams();
  const change = useChangeAddress();
  const [words, setWords] = useState(params.get('words') ?? '');
  const [settled] = useDebouncedValue(words, LOOK_AFTER_MS);
  useEffect(() => change({ words: settled === '' ? null : settled }, true), [settled, change]);
  const kind = kinds.find((each) => each === params.get('kind')) ?? '';
  const sessionId = params.get('session') ?? '';
  const query = useInfiniteQuery({ ...myNotesQuery({ words: settled.slice(0, 200), kind, sessionId }), placeholderData: keepPreviousData });
  const [first] = query.data?.pages ?? [];
  const notes = query.data?.pages.flatMap((page) => page.notes) ?? [];
  const choose = (name: string) => (value: string) => change({ [name]: value === '' ? null : value }, true);
  return (
    <Page title={t('title')} lead={t('mine.lead')}>
      <Sheet label={t('title')}>
        <Group align="flex-end" mb="md">
          <TextInput flex="1 1 240px" size="md" type="search" label={t('mine.words')} leftSection={<IconSearch size={18} aria-hidden />} value={words} maxLength={200} onChange={(event) => setWords(event.currentTarget.value)} />
          <Choose flex="0 1 200px" label={t('mine.kind')} value={kind} onChange={choose('kind')} data={[{ value: '', label: t('mine.kind.all') }, ...kinds.map((value) => ({ value, label: t(`kind.${value}`) }))]} />
          <Choose flex="1 1 240px" label={t('mine.session')} value={sessionId} onChange={choose('session')} data={[{ value: '', label: t('mine.session.all') }, ...(first?.sessions ?? []).map(({ id, title, titleEn }) => ({ value: id, label: localised(title, titleEn) }))]} />
        </Group>
        <Text role="status" c="dimmed" size="sm" mb="xs">{first === undefined ? '' : t('mine.count', { count: first.total })}</Text>
        {query.isError && <Refused error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading rows={4} />}
        {first !== undefined && notes.length === 0 && <Empty icon={<IconNotes size={40} stroke={1.4} />} title={t('mine.none')}>{t('mine.none.text')}</Empty>}
        <ul className="plain-list" aria-label={t('mine.list')}>{notes.map((note) => <Found key={note.id} note={note} />)}</ul>
        {query.hasNextPage && <Group justify="center"><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('mine.more')}</Button></Group>}
      </Sheet>
    </Page>
  );
}

function addressOf({ sessionId, itemId, requestId, paperId, page }: MyNote): string {
  const place = new URLSearchParams({ ...(itemId === null ? {} : { item: itemId }), paper: paperId, page: String(page) });
  return `${requestId === null ? `/sessions/${sessionId ?? ''}` : `/opinion-requests/${requestId}`}?${place.toString()}`;
}

function Found({ note }: { note: MyNote }) {
  const { t } = useTranslation('notes');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const Icon = noteIcons[note.kind];
  const facts = [t(`kind.${note.kind}`), ...(note.isMine ? [] : [localised(note.by.name, note.by.nameEn)]), ...(note.isNewest ? [] : [t('mine.version', { number: note.versionNumber })]), dateTime(note.updatedAt)];
  return (
    <li className={classes.entry}>
      <Link to={addressOf(note)} className={`${classes.entryHead ?? ''} ${classes.found ?? ''}`}>
        <Text component="span" fw={600} display="block">{note.paperTitle}, {t('page', { page: note.page })}</Text>
        {note.sessionTitle !== null && <Text component="span" size="sm" c="dimmed" display="block">{localised(note.sessionTitle, note.sessionTitleEn)}</Text>}
        {note.kind === 'highlight' && note.quote !== null && <span className={classes.quote} data-colour={note.colour}>{note.quote.exact}</span>}
        {note.text !== '' && <span className={classes.words} style={{ display: 'block' }}>{note.text}</span>}
        <span className={classes.entryMeta}><Icon size={16} aria-hidden /><span>{facts.join(' · ')}</span></span>
      </Link>
    </li>
  );
}
