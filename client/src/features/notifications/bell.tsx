import { IconBell } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { http } from '../../api/http';
import { onLeaving } from '../../api/leaving';
import { unreadKey } from './keys';
import classes from './bell.module.css';

const MOST_SHOWN = 99;
const unreadQuery = queryOptions({ queryKey: unreadKey, queryFn: ({ signal }) => http.get<{ unread: number }>('/me/notifications/unread', signal) });

// Who signs out at a device is told nothing more at it.
onLeaving(() => void import('./push').then(({ switchPushOff }) => switchPushOff()).catch(() => undefined));

/** How many notifications were not read yet, live; the way to them. */
export default function Bell() {
  const { t } = useTranslation('shell');
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  return (
    <Link to="/notifications" className={classes.link ?? ''} aria-label={unread === 0 ? t('bell') : t('bell.unread', { count: unread })}>
      <span className={classes.bell}>
        <IconBell size={24} stroke={1.5} aria-hidden />
        {unread > 0 && <span className={classes.count} aria-hidden data-testid="unread">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>}
      </span>
    </Link>
  );
}
