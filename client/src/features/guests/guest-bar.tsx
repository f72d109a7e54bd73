import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/contract';
import { MyAnswer } from './my-answer';
import classes from './guests.module.css';

/** On top of the session: what the guest still has to say; nothing once they are there. */
export function GuestBar({ session }: { session: Session }) {
  const { t } = useTranslation('guests');
  const mine = session.guests.find(({ isMe }) => isMe);
  if (!mine || !(mine.can.confirm || mine.can.checkIn)) return null;
  return <section className={classes.bar} aria-label={t('mine.region')}><MyAnswer guest={mine} site={session.sites.find(({ id }) => id === mine.siteId)} isUnderWay={session.state === 'inSession' || session.state === 'suspended'} /></section>;
}
