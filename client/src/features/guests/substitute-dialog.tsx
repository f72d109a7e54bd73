import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { type ChosenPerson, PersonField } from './person-field';

interface SubstituteDialogProps { bodyId: string; isBusy: boolean; onConfirm: (entry: { substituteName: string } | { substituteAccountId: string }) => void; onClose: () => void }

/** The office names who comes for a member: somebody with an account, or a name. */
export function SubstituteDialog({ bodyId, isBusy, onConfirm, onClose }: SubstituteDialogProps) {
  const { t } = useTranslation(['guests', 'ui']);
  const [person, setPerson] = useState<ChosenPerson>({ name: '', accountId: null });
  const isMissing = person.name.trim() === '';
  const submit = () => onConfirm(person.accountId === null ? { substituteName: person.name.trim() } : { substituteAccountId: person.accountId });
  return (
    <Dialog title={t('substitute.title')} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); if (!isMissing) submit(); }}>
        <Stack gap="md">
          <PersonField bodyId={bodyId} label={t('substitute.name')} text={t('substitute.text')} isRequired value={person} onChange={setPerson} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={isBusy} disabled={isMissing}>{t('substitute.title')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
