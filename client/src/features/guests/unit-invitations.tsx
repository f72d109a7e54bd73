import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitInvitation } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { useNow, useTimes } from '../../ui/time';
import { nameForUnit, unitInvitationsQuery } from './api';
import { useGuestChange } from './use-guest-change';

/** Units whose contact I am: whom do they send? Nothing of the session besides. */
export function UnitInvitations() {
  const { data } = useQuery(unitInvitationsQuery);
  if (!data || data.invitations.length === 0) return null;
  return <Stack gap="lg" mb="lg">{data.invitations.map((each) => <UnitCard key={`${each.id} ${each.name ?? ''} ${each.isMe}`} invitation={each} />)}</Stack>;
}

function UnitCard({ invitation }: { invitation: UnitInvitation }) {
  const { t } = useTranslation('guests');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow();
  const { organisation, items, name, isMe, nameUntil, canName } = invitation;
  return (
    <Sheet title={t(name === null ? 'unit.ask' : 'unit.title', { unit: organisation })}>
      <Text fw={600}>{localised(invitation.title, invitation.titleEn)}</Text>
      <Text size="sm" c="dimmed">{localised(invitation.bodyName, invitation.bodyNameEn)}</Text>
      <Text>{dateTime(invitation.startsAt)}{new Date(invitation.startsAt).getTime() > now && <> · <strong>{left(invitation.startsAt, now)}</strong></>}</Text>
      <Text c="dimmed">{invitation.place}</Text>
      <Text size="sm" fw={500} mt="sm">{t('unit.items')}</Text>
      <ul className="plain-list">{items.map((item) => <li key={item.id}><Text>{item.number}. {localised(item.title, item.titleEn)}</Text></li>)}</ul>
      {name !== null && <Alert mt="sm" color="teal" icon={<IconCircleCheck aria-hidden />}>{t(isMe ? 'unit.sent.me' : 'unit.sent', { name })}</Alert>}
      <Text size="sm" c="dimmed" mt="sm">{canName ? (nameUntil === null ? t('unit.untilStart') : t('unit.until', { time: dateTime(nameUntil) })) : t('unit.over')}</Text>
      {canName && <NameForm invitation={invitation} />}
    </Sheet>
  );
}

function NameForm({ invitation }: { invitation: UnitInvitation }) {
  const { t } = useTranslation('guests');
  const [name, setName] = useState(invitation.isMe ? '' : (invitation.name ?? ''));
  const [myself, setMyself] = useState(invitation.isMe);
  const send = useGuestChange((entry: { name: string } | { myself: true }) => nameForUnit(invitation.id, entry), t('unit.done'));
  const isUnchanged = myself === invitation.isMe && (myself || name.trim() === (invitation.name ?? ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (myself) send.mutate({ myself: true });
    else if (name.trim() !== '') send.mutate({ name: name.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" mt="sm">
        <Checkbox size="md" label={t('unit.myself')} description={t('unit.myself.text')} checked={myself} onChange={(event) => setMyself(event.currentTarget.checked)} />
        {!myself && <TextInput label={t('unit.name')} description={t('unit.name.text')} maxLength={200} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} />}
        <RefusalNote error={send.error} />
        <Group><Button type="submit" loading={send.isPending} disabled={isUnchanged || (!myself && name.trim() === '')}>{t('unit.send')}</Button></Group>
      </Stack>
    </form>
  );
}
