import { Button, Group, Text } from '@mantine/core';
import { IconBell, IconBellOff, IconChecks, IconClipboardText, IconFileText, IconSettings, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { NotificationEntry } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { Empty, Loading, Refused } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { inboxQuery, readNotifications } from './api';
import { inboxKey, unreadKey } from './keys';
import classes from './notifications.module.css';

/** What one was told of, newest first; what was not read stands out. */
export default function InboxPage() {
  const { t } = useTranslation('notifications');
  const client = useQueryClient();
  const { refused } = useNotify();
  const query = useInfiniteQuery(inboxQuery);
  const read = useMutation({
    mutationFn: readNotifications,
    onSuccess: (answer) => { client.setQueryData(unreadKey, answer); void client.invalidateQueries({ queryKey: inboxKey }); },
    onError: refused,
  });
  const unread = query.data?.pages[0]?.unread ?? 0;
  const actions = (
    <>
      {unread > 0 && <Button variant="default" leftSection={<IconChecks size={20} aria-hidden />} loading={read.isPending} onClick={() => read.mutate(null)}>{t('inbox.readAll')}</Button>}
      <Button component={Link} to="/me/notifications" variant="default" leftSection={<IconSettings size={20} aria-hidden />}>{t('mine.title')}</Button>
    </>
  );
  return (
    <Page title={t('inbox.title')} lead={<span role="status">{t('inbox.lead', { count: unread })}</span>} actions={actions} narrow>
      {query.data === undefined ? (query.isError ? <Refused error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={5} />) : (
        <Sheet label={t('inbox.title')}>
          <Entries entries={query.data.pages.flatMap(({ notifications }) => notifications)} onOpen={({ id, isRead }) => { if (!isRead) read.mutate([id]); }} />
          {query.hasNextPage && <Group justify="center" mt="md"><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button></Group>}
        </Sheet>
      )}
    </Page>
  );
}

function Entries({ entries, onOpen }: { entries: NotificationEntry[]; onOpen: (entry: NotificationEntry) => void }) {
  const { t } = useTranslation('notifications');
  if (entries.length === 0) return <Empty icon={<IconBellOff size={40} stroke={1.4} />} title={t('inbox.empty.title')}>{t('inbox.empty.text')}</Empty>;
  return <ol className={`plain-list ${classes.list ?? ''}`}>{entries.map((entry) => <li key={entry.id}><Entry entry={entry} onOpen={() => onOpen(entry)} /></li>)}</ol>;
}

function Entry({ entry, onOpen }: { entry: NotificationEntry; onOpen: () => void }) {
  const { t } = useTranslation('notifications');
  const localised = useLocalised();
  const { moment } = useTimes();
  const Icon = entry.requestId !== null ? IconClipboardText : entry.kind.startsWith('paper') ? IconFileText : entry.sessionId !== null ? IconUsersGroup : IconBell;
  return (
    <Link to={addressOf(entry)} className={classes.entry ?? ''} data-unread={!entry.isRead || undefined} onClick={onOpen}>
      <Icon size={24} stroke={1.5} aria-hidden />
      <span className={classes.words}>
        <Text component="span" fw={entry.isRead ? 400 : 600}>{t(`kind.${entry.kind}`)}{entry.isAssistant && ` ${t('inbox.assisted')}`}</Text>
        {entry.title !== null && <Text component="span" size="sm">{localised(entry.title, entry.titleEn)}</Text>}
        <Text component="span" size="sm" c="dimmed">{moment(entry.at)}{!entry.isRead && ` · ${t('inbox.new')}`}</Text>
      </span>
    </Link>
  );
}

function addressOf({ requestId, sessionId, itemId }: NotificationEntry): string {
  if (requestId !== null) return `/opinion-requests/${requestId}`;
  if (sessionId === null) return '/desk';
  return itemId === null ? `/sessions/${sessionId}` : `/sessions/${sessionId}?item=${itemId}`;
}
