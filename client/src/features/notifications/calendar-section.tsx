import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarFeed } from '../../api/contract';
import { CopyText } from '../../ui/copy-text';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { useTimes } from '../../ui/time';
import { endCalendar, makeCalendar } from './api';
import { mySettingKey } from './keys';

/** The secret address of one's calendar: shown once, made anew, ended. */
export function CalendarSection({ calendar }: { calendar: CalendarFeed | null }) {
  const { t } = useTranslation('notifications');
  const { dateTime } = useTimes();
  const client = useQueryClient();
  const { done, refused } = useNotify();
  const [address, setAddress] = useState<string | null>(null);
  const renewed = () => void client.invalidateQueries({ queryKey: mySettingKey });
  const make = useMutation({ mutationFn: makeCalendar, onSuccess: ({ path }) => { setAddress(`${window.location.origin}${path}`); renewed(); }, onError: refused });
  const end = useMutation({ mutationFn: endCalendar, onSuccess: () => { setAddress(null); renewed(); done(t('calendar.ended')); }, onError: refused });
  return (
    <Sheet title={t('calendar.title')}>
      <Stack gap="sm">
        <Text c="dimmed">{t('calendar.lead')}</Text>
        {calendar !== null && <Text>{t('calendar.since', { time: dateTime(calendar.since) })} {calendar.readAt === null ? t('calendar.unread') : t('calendar.read', { time: dateTime(calendar.readAt) })}</Text>}
        {address !== null && <><TextInput readOnly size="md" label={t('calendar.address')} description={t('calendar.once')} value={address} onFocus={(event) => event.currentTarget.select()} /><Group><CopyText value={address} /></Group></>}
        <Group>
          <Button variant="default" leftSection={<IconCalendarPlus size={20} aria-hidden />} loading={make.isPending} onClick={() => make.mutate()}>{t(calendar === null ? 'calendar.make' : 'calendar.renew')}</Button>
          {calendar !== null && <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>{t('calendar.end')}</Button>}
        </Group>
      </Stack>
    </Sheet>
  );
}
