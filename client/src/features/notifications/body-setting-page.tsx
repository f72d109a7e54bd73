import { ActionIcon, Button, Checkbox, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Body, BodyNotificationSetting } from '../../api/contract';
import { useChangeAddress } from '../../ui/address';
import { Choose } from '../../ui/choose';
import { useLocalised } from '../../ui/localised';
import { Page, Sheet } from '../../ui/page';
import { QueryView } from '../../ui/states';
import { bodySettingQuery, saveBodySetting } from './api';
import { bodySettingKey } from './keys';
import classes from './notifications.module.css';
import { useSaved } from './use-saved';

const CHANNELS = ['mail', 'push', 'sms'] as const;
const MOST_REMINDERS = 5;

/** How a body reminds its members, for administrators. */
export function BodySettingPage({ bodies }: { bodies: Pick<Body, 'id' | 'name' | 'nameEn'>[] }) {
  const { t } = useTranslation('notifications');
  const localised = useLocalised();
  const [params] = useSearchParams();
  const change = useChangeAddress();
  const body = bodies.find(({ id }) => id === params.get('of')) ?? bodies[0];
  return (
    <Page title={t('body.title')} lead={t('body.lead')} narrow>
      {body !== undefined && (
        <Stack gap="lg">
          <Choose label={t('body.of')} value={body.id} data={bodies.map(({ id, name, nameEn }) => ({ value: id, label: localised(name, nameEn) }))} onChange={(of) => change({ of }, true)} />
          <OfBody key={body.id} bodyId={body.id} />
        </Stack>
      )}
    </Page>
  );
}

function OfBody({ bodyId }: { bodyId: string }) {
  const query = useQuery(bodySettingQuery(bodyId));
  return <QueryView query={query}>{(setting) => <SettingForm key={JSON.stringify(setting)} bodyId={bodyId} first={setting} />}</QueryView>;
}

function SettingForm({ bodyId, first }: { bodyId: string; first: BodyNotificationSetting }) {
  const { t } = useTranslation('notifications');
  const [setting, setSetting] = useState(first);
  const save = useSaved(saveBodySetting(bodyId), bodySettingKey(bodyId), t('saved'));
  const change = (part: Partial<BodyNotificationSetting>) => setSetting((before) => ({ ...before, ...part }));
  return (
    <form onSubmit={(event) => { event.preventDefault(); save.mutate(setting); }}>
      <Stack gap="lg">
        <Sheet title={t('body.reminders')}>
          <Text c="dimmed" mb="sm">{t('body.reminders.lead')}</Text>
          <Reminders reminders={setting.reminders} onChange={(reminders) => change({ reminders })} />
          <NumberInput mt="lg" size="md" maw={260} label={t('body.overdue')} description={t('body.overdue.hint')} min={0} max={10} allowDecimal={false} value={setting.overdueReminders} onChange={(value) => change({ overdueReminders: Number(value) || 0 })} />
        </Sheet>
        <Sheet title={t('body.channels')}>
          <Stack gap="sm">{CHANNELS.map((channel) => (
            <Checkbox key={channel} size="md" label={t(`channel.${channel}`)} checked={setting.channels.includes(channel)}
              onChange={(event) => change({ channels: event.currentTarget.checked ? [...setting.channels, channel] : setting.channels.filter((one) => one !== channel) })} />
          ))}</Stack>
          <Switch mt="lg" size="md" label={t('body.titles')} description={t('body.titles.hint')} checked={setting.titlesInCalendars} onChange={(event) => change({ titlesInCalendars: event.currentTarget.checked })} />
          <Group justify="flex-end" mt="md"><Button type="submit" loading={save.isPending}>{t('save')}</Button></Group>
        </Sheet>
      </Stack>
    </form>
  );
}

function Reminders({ reminders, onChange }: { reminders: BodyNotificationSetting['reminders']; onChange: (reminders: BodyNotificationSetting['reminders']) => void }) {
  const { t } = useTranslation('notifications');
  const put = (at: number, part: Partial<BodyNotificationSetting['reminders'][number]>) => onChange(reminders.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      {reminders.map(({ unit, count }, index) => (
        <div key={index} className={classes.reminder} role="group" aria-label={t('body.reminder', { number: index + 1 })}>
          <NumberInput size="md" w={96} style={{ flex: 'none' }} label={t('body.count')} min={1} max={72} allowDecimal={false} value={count} onChange={(value) => put(index, { count: Math.max(1, Number(value) || 1) })} />
          <Choose style={{ flex: '0 1 220px', minWidth: 0 }} label={t('body.unit')} value={unit} data={[{ value: 'workingDays', label: t('unit.workingDays') }, { value: 'hours', label: t('unit.hours') }]} onChange={(value) => put(index, { unit: value === 'hours' ? 'hours' : 'workingDays' })} />
          <ActionIcon variant="default" size={44} style={{ flex: 'none' }} aria-label={t('body.reminder.remove', { number: index + 1 })} onClick={() => onChange(reminders.filter((_, at) => at !== index))}><IconTrash size={20} aria-hidden /></ActionIcon>
        </div>
      ))}
      {reminders.length < MOST_REMINDERS && <Button mt="sm" variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...reminders, { unit: 'workingDays', count: 1 }])}>{t('body.reminder.add')}</Button>}
    </>
  );
}
