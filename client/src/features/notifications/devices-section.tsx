import { Button, Group, Text } from '@mantine/core';
import { IconBellPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MyNotifications, PushDevice } from '../../api/contract';
import { Refusal } from '../../api/refusal';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { useTimes } from '../../ui/time';
import { addPushDevice, removePushDevice } from './api';
import { mySettingKey } from './keys';
import classes from './notifications.module.css';
import { pushStanding, switchPushOn } from './push';
import { useSaved } from './use-saved';

const standingKey = ['push-standing'] as const;

/** Devices that take push messages, and this one. */
export function DevicesSection({ mine }: { mine: MyNotifications }) {
  const { t } = useTranslation('notifications');
  const client = useQueryClient();
  const { done, refused } = useNotify();
  const { data: standing = 'impossible' } = useQuery({ queryKey: standingKey, queryFn: pushStanding, networkMode: 'always' });
  const add = useMutation({
    mutationFn: async () => addPushDevice(await switchPushOn(mine.pushKey)),
    onSuccess: (answer) => { client.setQueryData(mySettingKey, answer); done(t('device.added')); },
    onError: (error) => refused(error instanceof Refusal ? error : new Refusal('pushEndpointBad', {}, 0)),
    onSettled: () => void client.invalidateQueries({ queryKey: standingKey }),
  });
  return (
    <Sheet title={t('devices.title')}>
      <Text c="dimmed" mb="sm">{t(`devices.${standing}`)}</Text>
      {mine.devices.map((device) => <Device key={device.id} device={device} />)}
      {(standing === 'off' || standing === 'on') && <Button mt="sm" variant="default" leftSection={<IconBellPlus size={20} aria-hidden />} loading={add.isPending} onClick={() => add.mutate()}>{t('device.add')}</Button>}
    </Sheet>
  );
}

function Device({ device }: { device: PushDevice }) {
  const { t } = useTranslation('notifications');
  const { dateTime } = useTimes();
  const remove = useSaved(removePushDevice, mySettingKey, t('device.removed'));
  const name = [device.browser, device.system].filter((part) => part !== null).join(' · ') || t('device.unknown');
  return (
    <Group justify="space-between" className={classes.delivery ?? ''}>
      <div><Text fw={500}>{name}</Text><Text size="sm" c="dimmed">{t('device.since', { time: dateTime(device.addedAt) })}</Text></div>
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate(device.id)} aria-label={`${t('device.remove')}: ${name}`}>{t('device.remove')}</Button>
    </Group>
  );
}
