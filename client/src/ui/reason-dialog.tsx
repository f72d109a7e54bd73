import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  title: string; text?: string; label: string; confirm: string; isBusy?: boolean; isOptional?: boolean;
  onConfirm: (reason: string) => void; onClose: () => void;
}

/** Asks for the reason that goes into the record before something that cannot be taken back. */
export function ReasonDialog({ title, text, label, confirm, isBusy = false, isOptional = false, onConfirm, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const isMissing = !isOptional && reason.trim() === '';
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => { event.preventDefault(); if (!isMissing) onConfirm(reason.trim()); }}>
        <Stack gap="md">
          {text !== undefined && <Text>{text}</Text>}
          <Textarea label={label} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={2000} minRows={3} required={!isOptional} data-autofocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" loading={isBusy} disabled={isMissing}>{confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ConfirmDialogProps { title: string; text: string; confirm: string; isBusy?: boolean; onConfirm: () => void; onClose: () => void }

export function ConfirmDialog({ title, text, confirm, isBusy = false, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text>{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>{t('cancel')}</Button>
          <Button loading={isBusy} onClick={onConfirm}>{confirm}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
