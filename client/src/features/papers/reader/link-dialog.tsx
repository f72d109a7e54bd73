import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';

/** Links in papers are opened only after the address has been read. */
export function LinkDialog({ url, onClose }: { url: string; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'ui']);
  return (
    <Dialog onClose={onClose} title={t('reader.link.title')}>
      <Text style={{ overflowWrap: 'anywhere' }}>{t('reader.link.text', { url })}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button component="a" href={url} target="_blank" rel="noreferrer noopener" onClick={onClose}>{t('reader.link.open')}</Button>
      </Group>
    </Dialog>
  );
}
