import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';

/** Shown once: the link by which a person sets a password. */
export function SetupLinkDialog({ name, link, onClose }: { name: string; link: string; onClose: () => void }) {
  const { t } = useTranslation(['administration', 'ui']);
  const address = new URL(link, window.location.origin).toString();
  return (
    <Dialog onClose={onClose} size="lg" title={t('link.title')} closeOnClickOutside={false}>
      <Stack>
        <Text>{t('link.text', { name })}</Text>
        <TextInput aria-label={t('link.title')} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        <Group justify="flex-end"><CopyText value={address} label={t('link.copy')} /><Button onClick={onClose}>{t('link.done')}</Button></Group>
      </Stack>
    </Dialog>
  );
}
