import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';

interface ReasonDialogProps {
  title: string; text?: string; label: string; confirm: string; isBusy?: boolean; isOptional?: boolean; isBlocked?: boolean;
  onConfirm: (reason: string) => void; onClose: () => void; children?: ReactNode;
}

/** Asks for the reason that goes into the record before something that cannot be taken back. */
export function ReasonDialog({ title, text, label, confirm, isBusy = false, isOptional = false, isBlocked = false, onConfirm, onClose, children }: ReasonDialogProps) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const isMissing = isBlocked || (!isOptional && reason.trim() === '');
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={(event) => { event.preventDefault(); if (!isMissing) onConfirm(reason.trim()); }}>
        <Stack gap="md">
          {text !== undefined && <Text>{text}</Text>}
          {children}
          <Textarea label={label} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={2000} required={!isOptional} data-autofocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" loading={isBusy} disabled={isMissing}>{confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface ConfirmDialogProps { title: string; text: string; confirm: string; isBusy?: boolean; onConfirm: () => void; onClose: () => void }

export function ConfirmDialog({ title, text, confirm, isBusy = false, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog onClose={onClose} title={title}>
      <Stack gap="md">
        <Text>{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>{t('cancel')}</Button>
          <Button loading={isBusy} onClick={onConfirm}>{confirm}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
