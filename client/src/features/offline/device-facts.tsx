import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { appState } from '../../api/pack/app-shell';
import { Sheet } from '../../ui/page';
import { useFileSize } from '../../ui/size';
import { useNow, useTimes } from '../../ui/time';
import type { PackList } from './pack-list';
import classes from './offline.module.css';

async function roomLeft(): Promise<{ left: number | null; isPersisted: boolean }> {
  const [estimate, isPersisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
  return { left: estimate.quota === undefined || estimate.usage === undefined ? null : Math.max(0, estimate.quota - estimate.usage), isPersisted };
}

/** How much lies here, how old it is, until when, and whether the program itself starts without a network. */
export function DeviceFacts({ pack, onRemoveAll }: { pack: PackList; onRemoveAll: () => void }) {
  const { t } = useTranslation('offline');
  const sizeOf = useFileSize();
  const { dateTime, left } = useTimes();
  const now = useNow();
  const room = useQuery({ queryKey: ['pack', 'room'], queryFn: roomLeft, networkMode: 'always', staleTime: 0 });
  const app = useQuery({ queryKey: ['pack', 'app'], queryFn: appState, networkMode: 'always', staleTime: 0, refetchInterval: (query) => (query.state.data === 'ready' ? false : 2_000) });
  const time = (at: number) => dateTime(new Date(at).toISOString());
  const facts: [string, string][] = [
    [t('fact.here'), [t('papers', { count: pack.papers.length }), sizeOf(pack.bytes)].join(' · ')],
    [t('fact.contact'), time(pack.contactAt)],
    [t('fact.gone'), `${time(pack.goneAt)} · ${left(new Date(pack.goneAt).toISOString(), now)}`],
    [t('fact.app'), t(`app.${app.data ?? 'coming'}`)],
    ...(room.data === undefined ? [] : [[t('fact.room'), [room.data.left === null ? t('room.unknown') : sizeOf(room.data.left), t(room.data.isPersisted ? 'room.persisted' : 'room.notPersisted')].join(' · ')] satisfies [string, string]]),
  ];
  return (
    <Sheet label={t('page.title')}>
      <dl className={classes.facts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <Text size="sm" c="dimmed" mt="sm">{t('protects')}</Text>
      <Group mt="md"><Button variant="default" onClick={onRemoveAll}>{t('removeAll')}</Button></Group>
    </Sheet>
  );
}
