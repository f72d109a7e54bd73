import { Button, Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyNotifications, NotificationChannel, PersonNotificationSetting } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { QueryView } from '../../ui/states';
import { mySettingQuery, saveMySetting, sendTest } from './api';
import { CalendarSection } from './calendar-section';
import { DevicesSection } from './devices-section';
import { mySettingKey } from './keys';
import { toClock, toMinute } from './minutes';
import classes from './notifications.module.css';
import { useSaved } from './use-saved';

const NIGHT = { quietFrom: 22 * 60, quietUntil: 6 * 60 };
const MORNING = 7 * 60;

/** How one wants to be told: ways, quiet hours, a digest, devices, the calendar. */
export default function MySettingsPage() {
  const { t } = useTranslation('notifications');
  const query = useQuery(mySettingQuery);
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} narrow>
      <QueryView query={query} rows={5}>
        {(mine) => <Stack gap="lg"><Ways key={JSON.stringify(mine.setting)} mine={mine} /><DevicesSection mine={mine} /><CalendarSection calendar={mine.calendar} /></Stack>}
      </QueryView>
    </Page>
  );
}

function Ways({ mine }: { mine: MyNotifications }) {
  const { t } = useTranslation('notifications');
  const [setting, setSetting] = useState<PersonNotificationSetting>(mine.setting);
  const save = useSaved(saveMySetting, mySettingKey, t('saved'));
  const change = (part: Partial<PersonNotificationSetting>) => setSetting((before) => ({ ...before, ...part }));
  const toggle = (channel: NotificationChannel, isOn: boolean) => change({ channels: isOn ? [...setting.channels, channel] : setting.channels.filter((one) => one !== channel) });
  const way = (channel: NotificationChannel) => ({ mine, channel, isOn: setting.channels.includes(channel), onToggle: (isOn: boolean) => toggle(channel, isOn) });
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate(setting); }}>
      <Stack gap="lg">
        <Sheet title={t('ways.title')}>
          <Stack gap="md">
            <Text>{t('ways.app')}</Text>
            <Way {...way('mail')}><TextInput type="email" size="md" style={{ flex: '1 1 260px' }} label={t('ways.email')} autoComplete="email" maxLength={254} value={setting.email ?? ''} onChange={(event) => change({ email: text(event.currentTarget.value) })} /></Way>
            <Way {...way('push')} />
            <Way {...way('sms')}><TextInput type="tel" size="md" style={{ flex: '1 1 260px' }} label={t('ways.phone')} description={t('ways.phone.hint')} autoComplete="tel" maxLength={16} value={setting.phone ?? ''} onChange={(event) => change({ phone: text(event.currentTarget.value.replace(/[\s.-]/g, '')) })} /></Way>
          </Stack>
        </Sheet>
        <Sheet title={t('when.title')}>
          <Stack gap="md">
            <Switch size="md" label={t('quiet')} description={t('quiet.hint')} checked={setting.quietFrom !== null} onChange={(event) => change(event.currentTarget.checked ? NIGHT : { quietFrom: null, quietUntil: null })} />
            {setting.quietFrom !== null && (
              <div className={classes.row}>
                <TextInput type="time" size="md" label={t('quiet.from')} required value={toClock(setting.quietFrom)} onChange={(event) => change({ quietFrom: toMinute(event.currentTarget.value) })} />
                <TextInput type="time" size="md" label={t('quiet.until')} required value={toClock(setting.quietUntil ?? NIGHT.quietUntil)} onChange={(event) => change({ quietUntil: toMinute(event.currentTarget.value) })} />
              </div>
            )}
            <Switch size="md" label={t('digest')} description={t('digest.hint')} checked={setting.digestAt !== null} onChange={(event) => change({ digestAt: event.currentTarget.checked ? MORNING : null })} />
            {setting.digestAt !== null && <TextInput type="time" size="md" maw={200} label={t('digest.at')} required value={toClock(setting.digestAt)} onChange={(event) => change({ digestAt: toMinute(event.currentTarget.value) })} />}
          </Stack>
          <Group justify="flex-end" mt="md"><Button type="submit" loading={save.isPending}>{t('save')}</Button></Group>
        </Sheet>
      </Stack>
    </form>
  );
}

interface WayProps { mine: MyNotifications; channel: NotificationChannel; isOn: boolean; onToggle: (isOn: boolean) => void; children?: React.ReactNode }

/** One way of being told; a server that has not been given it says so. */
function Way({ mine, channel, isOn, onToggle, children }: WayProps) {
  const { t } = useTranslation('notifications');
  const { done, refused } = useNotify();
  const test = useMutation({ mutationFn: sendTest, onSuccess: () => done(t('test.sent')), onError: refused });
  const isOpen = mine.open.includes(channel);
  const isSaved = mine.setting.channels.includes(channel) && (channel !== 'push' || mine.devices.length > 0);
  return (
    <div>
      <Checkbox size="md" label={t(`channel.${channel}`)} description={isOpen ? t(`ways.${channel}.hint`) : t('ways.off')} checked={isOn} onChange={(event) => onToggle(event.currentTarget.checked)} />
      {isOn && (
        <div className={classes.row} style={{ marginTop: 8 }}>
          {children}
          {isOpen && isSaved && <Button variant="default" leftSection={<IconSend size={18} aria-hidden />} loading={test.isPending} onClick={() => test.mutate(channel)}>{t('test')}</Button>}
        </div>
      )}
    </div>
  );
}
