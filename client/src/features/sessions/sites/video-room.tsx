import { Button, Group, Text } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './sites.module.css';

/**
 * The room of a video service within the page, once somebody has asked for it. It runs its own scripts with its own cookies (its origin is another
 * than ours, which the server sees to), asks for camera and microphone, and can neither navigate this page nor open windows without it.
 */
export function VideoRoom({ link, onClose }: { link: string; onClose: () => void }) {
  const { t } = useTranslation('sites');
  return (
    <section className={classes.video} aria-label={t('video.title')}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">{t('video.lead')}</Text>
        <Group gap="xs">
          <Button variant="default" component="a" href={link} target="_blank" rel="noopener noreferrer" leftSection={<IconExternalLink size={18} aria-hidden />}>{t('video.elsewhere')}</Button>
          <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={onClose}>{t('video.close')}</Button>
        </Group>
      </Group>
      <iframe className={classes.room} src={link} title={t('video.title')} allow="camera; microphone; display-capture; fullscreen" sandbox="allow-scripts allow-same-origin allow-forms allow-popups" referrerPolicy="no-referrer" />
    </section>
  );
}
