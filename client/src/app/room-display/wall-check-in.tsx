import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import { useNow } from '../../ui/time';
import type { WallHeard } from './use-wall';
import classes from './room-display.module.css';

const QrCode = lazyPart(async () => ({ default: (await import('../../ui/qr-code')).QrCode }));

/** A code counts for half a minute after another is shown; shown is only what still works when somebody has scanned it. */
const COUNTS_ON_MS = 20_000;

/** The code by which who is in this room checks in; gone when it is too old to work. */
export function WallCheckIn({ wall, size }: { wall: WallHeard; size: 'small' | 'large' }) {
  const { t } = useTranslation('sites');
  const now = useNow(1000);
  const { checkIn } = wall;
  if (checkIn === null || now > wall.heardAt + checkIn.secondsLeft * 1000 + COUNTS_ON_MS) return null;
  return (
    <section className={classes.scan} data-size={size} aria-label={t('wall.scan')}>
      <div className={classes.scanCode}><Suspense><QrCode text={window.location.origin + checkIn.address} label={t('code.label')} size="full" /></Suspense></div>
      <p className={classes.scanWords}>{t('wall.scan')}</p>
    </section>
  );
}
