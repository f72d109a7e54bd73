import { IconDeviceTvOff, IconLoader } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { changeLanguage } from '../../i18n/start';
import { useDocumentTitle } from '../../ui/page';
import { readWallLink, useWall } from './use-wall';
import { Wall } from './wall';
import classes from './room-display.module.css';

/** A screen on a wall: no account, no controls. What it may show is decided by the server for its token. */
export default function RoomDisplayPage() {
  const { hash } = useLocation();
  const { t } = useTranslation('room');
  const [link] = useState(() => readWallLink(hash));
  const { query, isLive, isGone } = useWall(link.token);
  useDocumentTitle(t('wall.title'));
  useEffect(() => {
    void changeLanguage(link.language, false);
    document.documentElement.setAttribute('data-mantine-color-scheme', link.theme);
  }, [link]);
  if (query.data !== undefined && !isGone) return <Wall wall={query.data} isLive={isLive} />;
  const isWaiting = !isGone && !query.isError;
  const Icon = isWaiting ? IconLoader : IconDeviceTvOff;
  return (
    <main className={classes.notice} role={isWaiting ? undefined : 'alert'}>
      <Icon size="12vh" stroke={1.2} aria-hidden />
      <h1>{t(isWaiting ? 'wall.waiting' : isGone ? 'wall.gone' : 'wall.noServer')}</h1>
      {!isWaiting && <p>{t(isGone ? 'wall.gone.text' : 'wall.noServer.text')}</p>}
    </main>
  );
}
