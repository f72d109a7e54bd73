import { Button, Group } from '@mantine/core';
import { IconEye, IconPlayerStop, IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../../ui/localised';
import type { PageSharing } from './use-sharing';
import classes from './sharing.module.css';

/** Above the panes while a page is shared: who shows it, and one tap to follow, to leave, or to stop. */
export function ShareBar({ sharing }: { sharing: PageSharing }) {
  const { t } = useTranslation('papers');
  const localised = useLocalised();
  const { share, can, isFollowing, isBusy, follow, unfollow, stop } = sharing;
  if (share === null) return null;
  const { title, page, isMine } = share;
  const name = localised(share.by, share.byEn);
  return (
    <section className={classes.bar} data-following={isFollowing || undefined} aria-label={t('share.region')}>
      <p className={classes.words} role="status">
        <IconPresentation size={20} stroke={1.6} aria-hidden />
        <span>{isMine ? t('share.mine', { page }) : t(isFollowing ? 'share.following' : 'share.other', { name, title, page })}</span>
      </p>
      <Group gap="xs" wrap="nowrap">
        {!isMine && <Button variant={isFollowing ? 'default' : 'filled'} aria-pressed={isFollowing} leftSection={<IconEye size={20} aria-hidden />} onClick={isFollowing ? unfollow : follow}>{t(isFollowing ? 'share.unfollow' : 'share.follow')}</Button>}
        {can?.stop === true && <Button variant="default" loading={isBusy} leftSection={<IconPlayerStop size={20} aria-hidden />} onClick={stop}>{t('share.stop')}</Button>}
      </Group>
    </section>
  );
}
