import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';

interface NameDialogProps { title: string; label: string; hint?: string; text?: string; initial: string; submit: string; isBusy: boolean; onSubmit: (name: string) => void; onClose: () => void }

/** Asks for a name: of a device, of a passkey. */
export function NameDialog({ title, label, hint, text, initial, submit, isBusy, onSubmit, onClose }: NameDialogProps) {
  const { t } = useTranslation('ui');
  const [name, setName] = useState(initial);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSubmit(name.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send}>
        <Stack>
          {text !== undefined && <Text>{text}</Text>}
          <TextInput label={label} description={hint} required withAsterisk={false} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('cancel')}</Button><Button type="submit" loading={isBusy} disabled={name.trim() === ''}>{submit}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
