import { Alert, Button, Center, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconLock } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asRefusal, isOffline, Refusal } from '../api/refusal';
import { useRefusalText } from './refusal-text';

/** Grey lines in the shape of what comes; silent for the first moment, so that quick answers do not flicker. */
export function Loading({ rows = 4, height = 64 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('ui');
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 150);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <Stack gap="sm" aria-busy="true" p="xs">
      <span className="visually-hidden" role="status">{t('loading')}</span>
      {isShown && Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={height} radius="sm" />)}
    </Stack>
  );
}

interface EmptyProps { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode }

/** Says what will be here and who puts it there. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <Center py="xl" px="md">
      <Stack align="center" gap="xs" maw={460} ta="center">
        {icon !== undefined && <Text component="span" c="dimmed" lh={0} aria-hidden>{icon}</Text>}
        <Text fw={600} size="lg">{title}</Text>
        {children !== undefined && <Text component="div" c="dimmed">{children}</Text>}
        {action}
      </Stack>
    </Center>
  );
}

export function Refused({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const textOf = useRefusalText();
  const { code, status } = asRefusal(error);
  const Icon = code === 'offline' ? IconCloudOff : status === 404 || status === 403 ? IconLock : IconAlertTriangle;
  const title = code === 'offline' ? t('refused.offline') : status === 404 ? t('refused.notFound') : status === 403 ? t('refused.forbidden') : t('refused.title');
  return (
    <Center py="xl" px="md" role="alert">
      <Stack align="center" gap="sm" maw={480} ta="center">
        <Icon size={36} stroke={1.4} aria-hidden />
        <Title order={2} size="h3">{title}</Title>
        <Text c="dimmed">{textOf(error)}</Text>
        {onRetry && <Button variant="default" onClick={onRetry}>{t('retry')}</Button>}
      </Stack>
    </Center>
  );
}

/** A refusal inside a form or card: the page stays. */
export function RefusalNote({ error, isDraftKept = false }: { error: unknown; isDraftKept?: boolean }) {
  const { t } = useTranslation('ui');
  const textOf = useRefusalText();
  if (error === null || error === undefined) return null;
  return <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">{isDraftKept && isOffline(error) ? t('draft.offline') : textOf(error)}</Alert>;
}

interface QueryViewProps<T> { query: UseQueryResult<T>; rows?: number; children: (answer: T) => ReactNode }

/** Loading, refused, offline or the thing itself: every page's four states in one place. */
export function QueryView<T>({ query, rows, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Refused error={query.error} onRetry={() => void query.refetch()} />;
  if (query.fetchStatus === 'paused') return <Refused error={new Refusal('offline', {}, 0)} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
}
