import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../ui/states';
import { Dialog } from '../../ui/dialog';

interface FormDialogProps { title: string; isBusy: boolean; isIncomplete: boolean; error: unknown; onSubmit: () => void; onClose: () => void; children: ReactNode }

/** The frame of a small form: its fields, what was refused, cancel and save. */
export function FormDialog({ title, isBusy, isIncomplete, error, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation(['bodies', 'ui']);
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={(event) => { event.preventDefault(); if (!isIncomplete) onSubmit(); }}>
        <Stack>
          {children}
          <RefusalNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={isBusy} disabled={isIncomplete}>{t('form.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
