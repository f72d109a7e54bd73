import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconMailbox, IconRefresh, IconSearch, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Deliveries, Delivery, NotificationChannel } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { Choose } from '../../ui/choose';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { Empty, Loading, Refused } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { deliveriesQuery, retryDelivery, sendTest } from './api';
import { deliveriesKey } from './keys';
import classes from './notifications.module.css';
import { useSaved } from './use-saved';

const STATES = ['waiting', 'gathering', 'gathered', 'sent', 'failed', 'dropped'] as const;
const CHANNELS = ['mail', 'push', 'sms'] as const;
const KINDS = ['requestSent', 'requestExtended', 'requestRecalled', 'requestClosed', 'requestDue', 'requestOverdue', 'requestReminded', 'sessionSent', 'sessionChanged', 'sessionCancelled', 'sessionPostponed', 'paperReplaced', 'paperReminded', 'digest', 'test'] as const;
const COLOURS: Record<Delivery['state'], string> = { waiting: 'blue', gathering: 'blue', gathered: 'gray', sent: 'teal', failed: 'red', dropped: 'gray' };
/** What we say of a delivery ourselves; all else is another server's word. */
const OURS = ['notAllowed', 'outdated', 'noAddress', 'noDevice', 'channelOff', 'endpoint'];

/** What went out and what failed, for administrators. */
export function DeliveriesPage() {
  const { t } = useTranslation('notifications');
  const [params] = useSearchParams();
  const filter = { state: params.get('state'), channel: params.get('channel'), kind: params.get('kind'), q: params.get('q') };
  const query = useInfiniteQuery(deliveriesQuery(filter));
  const first = query.data?.pages[0];
  return (
    <Page title={t('deliveries.title')} lead={t('deliveries.lead')}>
      <Filters counts={first?.counts ?? []} />
      {query.data === undefined ? (query.isError ? <Refused error={query.error} onRetry={() => void query.refetch()} /> : <Loading rows={6} />) : (
        <Stack gap="lg">
          <Sheet label={t('deliveries.title')}>
            <Rows deliveries={query.data.pages.flatMap(({ deliveries }) => deliveries)} />
            {query.hasNextPage && <Group justify="center" mt="md"><Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('more')}</Button></Group>}
          </Sheet>
          <Tests open={first?.open ?? []} />
        </Stack>
      )}
    </Page>
  );
}

function Filters({ counts }: { counts: Deliveries['counts'] }) {
  const { t } = useTranslation('notifications');
  const [params] = useSearchParams();
  const change = useChangeAddress();
  const countOf = (state: string) => counts.find((each) => each.state === state)?.count ?? 0;
  const choose = (name: string, label: string, values: readonly string[], text: (value: string) => string) => (
    <Choose label={label} value={params.get(name) ?? 'all'} data={[{ value: 'all', label: t('filter.all') }, ...values.map((value) => ({ value, label: text(value) }))]} onChange={(value) => change({ [name]: value === 'all' ? null : value }, true)} />
  );
  return (
    <div className={classes.filters} role="search" aria-label={t('filter')}>
      <TextInput size="md" label={t('filter.q')} leftSection={<IconSearch size={18} aria-hidden />} value={params.get('q') ?? ''} onChange={(event) => change({ q: event.currentTarget.value === '' ? null : event.currentTarget.value }, true)} />
      {choose('state', t('filter.state'), STATES, (value) => `${t(`state.${value}`)} (${countOf(value)})`)}
      {choose('channel', t('filter.channel'), CHANNELS, (value) => t(`channel.${value}`))}
      {choose('kind', t('filter.kind'), KINDS, (value) => t(`kind.${value}`))}
    </div>
  );
}

function Rows({ deliveries }: { deliveries: Delivery[] }) {
  const { t } = useTranslation('notifications');
  if (deliveries.length === 0) return <Empty icon={<IconMailbox size={40} stroke={1.4} />} title={t('deliveries.empty.title')}>{t('deliveries.empty.text')}</Empty>;
  return <ol className="plain-list">{deliveries.map((delivery) => <Row key={delivery.id} delivery={delivery} />)}</ol>;
}

function Row({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('notifications');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const retry = useSaved(retryDelivery, deliveriesKey, t('deliveries.retried'));
  const { kind, channel, state, tries, at, dueAt, endedAt, lastError, canRetry } = delivery;
  const name = localised(delivery.name, delivery.nameEn);
  const when = endedAt !== null ? t('deliveries.ended', { time: dateTime(endedAt) }) : t('deliveries.due', { time: dateTime(dueAt) });
  return (
    <li className={classes.delivery}>
      <div>
        <Text fw={500}>{t(`kind.${kind}`)} · {t(`channel.${channel}`)}</Text>
        <Text size="sm">{name} <Text span size="sm" c="dimmed">({delivery.username})</Text></Text>
        <Text size="sm" c="dimmed">{t('deliveries.made', { time: dateTime(at) })} · {when} · {t('deliveries.tries', { count: tries })}</Text>
        {lastError !== null && <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{OURS.includes(lastError) ? t(`why.${lastError}`) : t('deliveries.said', { said: lastError })}</Text>}
      </div>
      <Group gap="sm">
        <Badge size="lg" variant="light" color={COLOURS[state]}>{t(`state.${state}`)}</Badge>
        {canRetry && <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden />} loading={retry.isPending} onClick={() => retry.mutate(delivery.id)} aria-label={`${t('deliveries.retry')}: ${name}`}>{t('deliveries.retry')}</Button>}
      </Group>
    </li>
  );
}

function Tests({ open }: { open: NotificationChannel[] }) {
  const { t } = useTranslation('notifications');
  const { done, refused } = useNotify();
  const test = useMutation({ mutationFn: sendTest, onSuccess: () => done(t('test.sent')), onError: refused });
  return (
    <Sheet title={t('tests.title')}>
      <Text c="dimmed" mb="sm">{t('tests.lead')} <Anchor component={Link} to="/me/notifications" underline="always">{t('mine.title')}</Anchor></Text>
      {CHANNELS.map((channel) => (
        <Group key={channel} className={classes.delivery ?? ''} justify="space-between">
          <div><Text fw={500}>{t(`channel.${channel}`)}</Text><Text size="sm" c="dimmed">{t(open.includes(channel) ? 'channel.open' : `channel.${channel}.off`)}</Text></div>
          {open.includes(channel) && <Button variant="default" leftSection={<IconSend size={18} aria-hidden />} loading={test.isPending && test.variables === channel} onClick={() => test.mutate(channel)} aria-label={`${t('test')}: ${t(`channel.${channel}`)}`}>{t('test')}</Button>}
        </Group>
      ))}
    </Sheet>
  );
}
