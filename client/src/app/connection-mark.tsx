import { useTranslation } from 'react-i18next';
import { useConnection } from '../realtime/connection';
import { useTimes } from '../ui/time';
import classes from './shell.module.css';

/** Whether what is on screen is the latest, and since when it is not. */
export function ConnectionMark() {
  const { t } = useTranslation('shell');
  const { clock } = useTimes();
  const { state, updatedAt } = useConnection();
  const updated = updatedAt === null ? t('connection.never') : t('connection.updated', { time: clock(new Date(updatedAt).toISOString()) });
  return (
    <span className={classes.connection} data-state={state} title={updated} role="status">
      <span className={classes.dot} aria-hidden />
      <span className={classes.connectionText}>{t(`connection.${state}`)}</span>
      {state !== 'live' && <span className={classes.connectionTime}>· {updated}</span>}
    </span>
  );
}
