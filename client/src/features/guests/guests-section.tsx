import { Button, Group, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest, Session } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { GuestMark } from './guest-mark';
import { GuestMenu } from './guest-menu';
import { InviteForm } from './invite-form';
import { MyAnswer } from './my-answer';
import classes from './guests.module.css';

/** Who comes besides the members, and what they answered. */
export function GuestsSection({ session }: { session: Session }) {
  const { t } = useTranslation('guests');
  const [editing, setEditing] = useState<Guest | 'new' | null>(null);
  const { guests } = session;
  if (guests.length === 0 && !session.can.invite) return null;
  return (
    <section aria-label={t('list.title')}>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3">{t('list.title')}</Title>
        {session.can.invite && session.items.length > 0 && <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setEditing('new')}>{t('list.invite')}</Button>}
      </Group>
      {guests.length === 0 ? <Text c="dimmed">{t('list.none')}</Text>
        : <ul className="plain-list">{guests.map((guest) => <GuestRow key={guest.id} session={session} guest={guest} onEdit={() => setEditing(guest)} />)}</ul>}
      {editing !== null && <InviteForm session={session} guest={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function GuestRow({ session, guest, onEdit }: { session: Session; guest: Guest; onEdit: () => void }) {
  const { t } = useTranslation('guests');
  const localised = useLocalised();
  const name = guest.name === null ? (guest.organisation ?? '') : localised(guest.name, guest.nameEn);
  const member = session.attendance.find(({ memberId }) => memberId === guest.memberId);
  const site = session.sites.find(({ id }) => id === (guest.state === 'checkedIn' ? guest.atSiteId : guest.siteId));
  const numbers = session.items.filter(({ id }) => guest.itemIds.includes(id)).map(({ number }) => number).join(', ');
  const place = guest.kind === 'substitute' ? (member ? t('list.for', { name: localised(member.title, member.titleEn) }) : t('kind.substitute')) : numbers === '' ? t('list.noItems') : t('list.items', { numbers });
  return (
    <li className={classes.guest}>
      <div>
        <Text fw={500}>{name}</Text>
        {guest.organisation !== null && guest.name !== null && <Text size="sm" c="dimmed">{guest.organisation}</Text>}
        <Text size="sm">{guest.kind === 'invitee' ? `${t('kind.invitee')} · ${place}` : place}</Text>
        {site && <Text size="sm">{site.name}</Text>}
        {guest.name === null && <Text size="sm" c="dimmed">{guest.contactName === null ? t('list.unnamed') : t('list.unnamed.contact', { name: guest.contactName })}</Text>}
        {guest.isMe && !guest.can.confirm && !guest.can.checkIn ? <MyAnswer guest={guest} site={session.sites.find(({ id }) => id === guest.siteId)} isUnderWay={session.state === 'inSession' || session.state === 'suspended'} /> : <GuestMark guest={guest} />}
      </div>
      {!guest.isMe && <GuestMenu guest={guest} name={name} onEdit={onEdit} />}
    </li>
  );
}
