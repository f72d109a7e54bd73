import '@mantine/spotlight/styles.layer.css';
import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconCalendarEvent, IconMailQuestion, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { requestsQuery } from '../features/opinions/api';
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
  const sessions = useSessionActions(body?.id ?? null);
  const requests = useRequestActions(body?.id ?? null);
  useEffect(() => spotlight.open(), []);
  const pages: SpotlightActionData[] = entries.map(({ to, text, Icon }) => ({ id: to, label: text, onClick: () => void navigate(to), leftSection: <Icon size={22} stroke={1.6} aria-hidden /> }));
  const actions: SpotlightActionGroupData[] = [
    { group: t('search.pages'), actions: pages },
    { group: t('nav.sessions'), actions: sessions },
    { group: t('nav.opinions'), actions: requests },
  ];
  return (
    <Spotlight overlayProps={{ blur: 0 }} actions={actions} shortcut={null} nothingFound={t('search.nothing')} highlightQuery scrollable maxHeight={480}
      searchProps={{ leftSection: <IconSearch size={20} aria-hidden />, placeholder: t('search.placeholder'), 'aria-label': t('search'), onKeyDown: takeFirst }} />
  );
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
