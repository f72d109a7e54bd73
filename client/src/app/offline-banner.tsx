import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../realtime/connection';
import { useTimes } from '../ui/time';
import classes from './shell.module.css';

/** A moment without a socket is none: the banner is for what lasts. */
const SHOWN_AFTER_MS = 2_500;

/** Whether the network or the server has been away for longer than a moment. */
export function useIsCutOff(): boolean {
  const { state } = useConnection();
  const isLive = state === 'live';
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (isLive) return undefined;
    const timer = window.setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => {
      window.clearTimeout(timer);
      setLong(false);
    };
  }, [isLive]);
  return !isLive && isLong;
}

/** What is on screen stays and can be read; here is of when it is. */
export function OfflineBanner() {
  const { t } = useTranslation('shell');
  const { moment } = useTimes();
  const { state, updatedAt } = useConnection();
  const time = updatedAt === null ? null : moment(new Date(updatedAt).toISOString());
  return (
    <div className={classes.cutOff} role="status">
      <IconCloudOff size={20} aria-hidden />
      <span>{t(state === 'offline' ? 'cutOff.offline' : 'cutOff.server')} {time !== null && t('cutOff.updated', { time })}</span>
    </div>
  );
}
