import { Badge, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfflineHolder } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { RefusalNote } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { endDevice, holdersQuery } from './api';
import { holdersKey, packCheckKey } from './keys';
import classes from './offline.module.css';

/** All devices of mine that hold papers: one that was lost is ended here. */
export function Holders({ hereId }: { hereId: string | null }) {
  const { t } = useTranslation('offline');
  const client = useQueryClient();
  const { refused } = useNotify();
  const holders = useQuery(holdersQuery);
  const [asked, setAsked] = useState<OfflineHolder | null>(null);
  const end = useMutation({
    mutationFn: endDevice, onError: refused,
    onSuccess: () => { setAsked(null); for (const queryKey of [holdersKey, packCheckKey]) void client.invalidateQueries({ queryKey }); },
  });
  const others = holders.data?.devices ?? [];
  if (holders.data !== undefined && others.length === 0) return null;
  return (
    <Sheet title={t('holders.title')}>
      <Text c="dimmed" mb="xs">{t('holders.lead', { days: holders.data?.keepDays ?? 7 })}</Text>
      {holders.isError && <RefusalNote error={holders.error} />}
      {holders.data === undefined && holders.fetchStatus === 'paused' && <Text>{t('holders.offline')}</Text>}
      <ul className="plain-list">{others.map((device) => <HolderRow key={device.id} device={device} isHere={device.id === hereId} onEnd={() => setAsked(device)} />)}</ul>
      {asked !== null && <ConfirmDialog title={t('holders.end')} text={t('holders.endText')} confirm={t('holders.end')} isBusy={end.isPending} onConfirm={() => end.mutate(asked.id)} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

function HolderRow({ device, isHere, onEnd }: { device: OfflineHolder; isHere: boolean; onEnd: () => void }) {
  const { t } = useTranslation('offline');
  const { dateTime } = useTimes();
  const { browser, system } = device;
  const name = browser !== null && system !== null ? t('holders.device', { browser, system }) : (browser ?? system ?? t('holders.unknown'));
  return (
    <li className={classes.row}>
      <div className={classes.open}>
        <Text component="span" display="block">{name} {isHere && <Badge variant="light" color="gray">{t('holders.here')}</Badge>}</Text>
        <Text component="span" display="block" size="sm" c="dimmed">{[t('papers', { count: device.copies }), t('holders.seen', { time: dateTime(device.seenAt) })].join(' · ')}</Text>
      </div>
      {!isHere && <Button variant="default" aria-label={`${t('holders.end')}: ${name}`} onClick={onEnd}>{t('holders.endShort')}</Button>}
    </li>
  );
}
