import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/form-dialog';

interface NameDialogProps { title: string; initial?: string; isBusy: boolean; error: unknown; onSubmit: (name: string) => void; onClose: () => void }

export function FolderNameDialog({ title, initial = '', isBusy, error, onSubmit, onClose }: NameDialogProps) {
  const { t } = useTranslation('libraries');
  const [name, setName] = useState(initial);
  return (
    <FormDialog title={title} confirm={t('save')} isBusy={isBusy} isIncomplete={name.trim() === ''} error={error} onSubmit={() => onSubmit(name.trim())} onClose={onClose}>
      <TextInput label={t('folder.name')} value={name} maxLength={120} required onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
    </FormDialog>
  );
}
