import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../../ui/form-dialog';

interface NameDialogProps { title: string; label: string; hint?: string; text?: string; initial: string; submit: string; isBusy: boolean; onSubmit: (name: string) => void; onClose: () => void }

/** Asks for a name: of a device, of a passkey. */
export function NameDialog({ title, label, hint, text, initial, submit, isBusy, onSubmit, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  return (
    <FormDialog title={title} confirm={submit} isBusy={isBusy} isIncomplete={name.trim() === ''} onSubmit={() => onSubmit(name.trim())} onClose={onClose}>
      {text !== undefined && <Text>{text}</Text>}
      <TextInput label={label} description={hint} required withAsterisk={false} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}
