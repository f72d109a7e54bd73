import '@mantine/spotlight/styles.layer.css';
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarEvent, IconFileText, IconListDetails, IconMailQuestion, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SearchHit } from '../api/contract';
import { requestsQuery } from '../features/opinions/api';
import { searchQuery } from '../features/search/api';
import { addressOf } from '../features/search/hit-address';
import { NO_FILTER } from '../features/search/keys';
import { sessionsQuery } from '../features/sessions/api';
import { useLocalised } from '../ui/localised';
import { useTimes } from '../ui/time';
import { useCurrentBody } from './current-body';
import { useEntries } from './rail';

/** Ctrl/⌘ K: go to a page, a session or an opinion request by a few letters. */
export default function Palette() {
  const { t } = useTranslation('shell');
  const { me, body } = useCurrentBody();
  const navigate = useNavigate();
  const entries = useEntries(me);
  const sessions = useSessionActions(me.can.read ? (body?.id ?? null) : null);
  const requests = useRequestActions(me.can.read ? (body?.id ?? null) : null);
  const [words, setWords] = useState('');
  const found = useFoundActions(words);
  useEffect(() => spotlight.open(), []);
  const pages: SpotlightActionData[] = entries.map(({ to, text, Icon }) => ({ id: to, label: text, onClick: () => void navigate(to), leftSection: <Icon size={22} stroke={1.6} aria-hidden /> }));
  const actions: SpotlightActionGroupData[] = [
    { group: t('search.pages'), actions: pages },
    { group: t('nav.sessions'), actions: sessions },
    { group: t('nav.opinions'), actions: requests },
    { group: t('search.found'), actions: found },
  ];
  return (
    <Spotlight query={words} onQueryChange={setWords} overlayProps={{ blur: 0 }} actions={actions} shortcut={null} nothingFound={t('search.nothing')} highlightQuery scrollable maxHeight={480}
      searchProps={{ leftSection: <IconSearch size={20} aria-hidden />, placeholder: t('search.placeholder'), 'aria-label': t('search'), onKeyDown: takeFirst }} />
  );
}

const LEAST_LETTERS = 2;
const SHOWN = 5;

/** The first hits of the full text, while it is typed; and the way to all of them. */
function useFoundActions(words: string): SpotlightActionData[] {
  const { t } = useTranslation('shell');
  const localised = useLocalised();
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(words.trim().slice(0, 200), 250);
  const isAsked = settled.length >= LEAST_LETTERS && settled === words.trim();
  const { data } = useQuery({ ...searchQuery({ ...NO_FILTER, q: settled, typing: '1' }), enabled: isAsked });
  if (!isAsked) return [];
  // Sessions and requests whose title has just these letters stand in lists of their own.
  const isListed = ({ kind, title, titleEn }: SearchHit) => kind === 'session' || (kind === 'request' && localised(title, titleEn).toLowerCase().includes(settled.toLowerCase()));
  const hits = (data?.groups ?? []).flatMap((group) => group.hits.filter((hit) => !isListed(hit)).slice(0, group.kind === 'paper' ? SHOWN : 2)).slice(0, SHOWN + 2);
  // The server has chosen them, by words that need not stand in what is shown here.
  const keywords = words;
  return [
    ...hits.map((hit) => {
      const title = localised(hit.title, hit.titleEn);
      const Icon = hit.kind === 'paper' ? IconFileText : hit.kind === 'request' ? IconMailQuestion : IconListDetails;
      return { id: `${hit.id} ${hit.page ?? 0}`, keywords, label: hit.page === null ? title : t('search.page', { page: hit.page, title }), description: hit.snippet.text.slice(0, 120), onClick: () => void navigate(addressOf(hit)), leftSection: <Icon size={22} stroke={1.6} aria-hidden /> };
    }),
    { id: 'search-all', keywords, label: t('search.all', { words: settled }), onClick: () => void navigate(`/search?${new URLSearchParams({ q: settled }).toString()}`), leftSection: <IconSearch size={22} stroke={1.6} aria-hidden /> },
  ];
}

/** Answers that come after the words were typed are not chosen by themselves: Enter takes the first of them all the same. */
function takeFirst(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.currentTarget.value.trim() === '') return;
  const dialog = event.currentTarget.closest('[role="dialog"]');
  if (dialog?.querySelector('[data-action][data-selected]') === null) dialog.querySelector<HTMLElement>('[data-action]')?.click();
}

function useSessionActions(bodyId: string | null): SpotlightActionData[] {
  const localised = useLocalised();
  const navigate = useNavigate();
  const { dateTime } = useTimes();
  const { data } = useQuery({ ...sessionsQuery(bodyId ?? ''), enabled: bodyId !== null });
  return (data?.sessions ?? []).map((session) => ({
    id: session.id, label: localised(session.title, session.titleEn), description: dateTime(session.startsAt),
    onClick: () => void navigate(`/sessions/${session.id}`), leftSection: <IconCalendarEvent size={22} stroke={1.6} aria-hidden />,
  }));
}

function useRequestActions(bodyId: string | null): SpotlightActionData[] {
  const localised = useLocalised();
  const navigate = useNavigate();
  const { data } = useQuery({ ...requestsQuery(bodyId ?? ''), enabled: bodyId !== null });
  return (data?.requests ?? []).map((request) => ({
    id: request.id, label: localised(request.title, request.titleEn),
    onClick: () => void navigate(`/opinion-requests/${request.id}`), leftSection: <IconMailQuestion size={22} stroke={1.6} aria-hidden />,
  }));
}
