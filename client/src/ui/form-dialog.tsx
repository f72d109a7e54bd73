import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { RefusalNote } from './states';

interface FormDialogProps {
  title: string; size?: 'md' | 'lg';
  /** The word on the button that sends. */
  confirm: string;
  isBusy: boolean; isIncomplete: boolean; error?: unknown; onSubmit: () => void; onClose: () => void; children: ReactNode;
}

/** The frame of a small form: its fields, what was refused, cancel and send. */
export function FormDialog({ title, size = 'md', confirm, isBusy, isIncomplete, error = null, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog onClose={onClose} size={size} title={title}>
      <form onSubmit={(event) => { event.preventDefault(); if (!isIncomplete) onSubmit(); }}>
        <Stack>
          {children}
          <RefusalNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" loading={isBusy} disabled={isIncomplete}>{confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
