import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest, Invite, Session } from '../../api/contract';
import { Dialog } from '../../ui/dialog';
import { useLocalised } from '../../ui/localised';
import { RefusalNote } from '../../ui/states';
import { fromWallClock, toWallClock } from '../../ui/time';
import { changeInvitation, invite } from './api';
import { type ChosenPerson, PersonField } from './person-field';
import { useGuestChange } from './use-guest-change';
import classes from './guests.module.css';

interface InviteFormProps { session: Session; guest: Guest | null; onClose: () => void }

/** Whom the office invites, and to what. */
export function InviteForm({ session, guest, onClose }: InviteFormProps) {
  const { t } = useTranslation(['guests', 'ui']);
  const localised = useLocalised();
  const [organisation, setOrganisation] = useState(guest?.organisation ?? '');
  const [person, setPerson] = useState({ name: guest?.name ?? '', accountId: guest?.accountId ?? null });
  const [itemIds, setItemIds] = useState<string[]>(guest?.itemIds ?? []);
  const [contact, setContact] = useState<ChosenPerson>({ name: guest?.contactName ?? '', accountId: guest?.contactId ?? null });
  const [until, setUntil] = useState(guest?.nameUntil ? toWallClock(guest.nameUntil).slice(0, 16).replace(' ', 'T') : '');
  const save = useGuestChange((entry: Invite) => (guest === null ? invite(session.id, entry) : changeInvitation(guest.id, entry)), t('form.saved'));
  const hasUnit = organisation.trim() !== '';
  const isContactUnknown = hasUnit && contact.name.trim() !== '' && contact.accountId === null;
  const isIncomplete = itemIds.length === 0 || (!hasUnit && person.name.trim() === '') || isContactUnknown;
  const ofContact = () => (!hasUnit || contact.accountId === null ? {} : { contactId: contact.accountId, ...(until === '' ? {} : { nameUntil: fromWallClock(until) }) });
  const submit = () => {
    const words = { ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }), ...(person.name.trim() === '' ? {} : { name: person.name.trim() }) };
    save.mutate({ ...words, ...(person.accountId === null ? {} : { accountId: person.accountId }), ...ofContact(), itemIds }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t(guest === null ? 'form.new' : 'form.edit')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (!isIncomplete) submit(); }}>
        <Stack gap="md">
          <PersonField bodyId={session.bodyId} label={t('form.name')} text={t('form.name.text')} value={person} onChange={setPerson} />
          <TextInput label={t('form.organisation')} maxLength={200} value={organisation} onChange={(event) => setOrganisation(event.currentTarget.value)} />
          {hasUnit && person.accountId === null && <ContactFields bodyId={session.bodyId} contact={contact} onContact={setContact} until={until} onUntil={setUntil} isUnknown={isContactUnknown} />}
          <Checkbox.Group label={t('form.items')} description={t('form.items.text')} value={itemIds} onChange={setItemIds}>
            <div className={classes.items} tabIndex={0} role="group" aria-label={t('form.items')}>
              {session.items.map((item) => <Checkbox key={item.id} className={classes.item ?? ''} value={item.id} label={`${item.number}. ${localised(item.title, item.titleEn)}`} />)}
            </div>
          </Checkbox.Group>
          <RefusalNote error={save.error} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={save.isPending} disabled={isIncomplete}>{t('form.save')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface ContactFieldsProps { bodyId: string; contact: ChosenPerson; onContact: (contact: ChosenPerson) => void; until: string; onUntil: (until: string) => void; isUnknown: boolean }

/** Who says later whom the unit sends, and until when. */
function ContactFields({ bodyId, contact, onContact, until, onUntil, isUnknown }: ContactFieldsProps) {
  const { t } = useTranslation(['guests', 'sessions']);
  return (
    <>
      <PersonField bodyId={bodyId} label={t('form.contact')} text={t('form.contact.text')} value={contact} onChange={onContact} needsAccount />
      {isUnknown && <Text size="sm" c="var(--mantine-color-error)">{t('form.contact.choose')}</Text>}
      {contact.accountId !== null && <TextInput type="datetime-local" label={t('form.until')} description={`${t('form.until.text')} ${t('sessions:form.zone')}`} value={until} onChange={(event) => onUntil(event.currentTarget.value)} />}
    </>
  );
}
