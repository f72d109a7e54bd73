import { useTranslation } from 'react-i18next';
import type { DisplayPlace } from '../../api/contract';
import { presenceLooks } from '../../features/sessions/room/presence-look';
import classes from './room-display.module.css';

/** The room as it sits: who is there, by number, picture and colour. */
export function WallMap({ seats }: { seats: DisplayPlace[] }) {
  const { t } = useTranslation('room');
  return (
    <section className={classes.mapCard} aria-label={t('wall.map')}>
      <ul className={classes.map}>
        {seats.map(({ number, row, column, presence }) => {
          const { Icon, color } = presenceLooks[presence ?? 'open'];
          return <li key={number} style={{ gridRow: row, gridColumn: column, borderColor: color }} data-vacant={presence === null || undefined}><span>{number}</span>{presence !== null && <Icon size="1em" color={color} aria-label={t(`map.${presence}`)} />}</li>;
        })}
      </ul>
      <p className={classes.mapLegend}>{(['room', 'site', 'online', 'absent', 'open'] as const).filter((presence) => (presence !== 'site' && presence !== 'open') || seats.some((seat) => seat.presence === presence)).map((presence) => {
        const { Icon, color } = presenceLooks[presence];
        return <span key={presence}><Icon size="1em" color={color} aria-hidden /> {t(`map.${presence}`)} {seats.filter((seat) => seat.presence === presence).length}</span>;
      })}</p>
    </section>
  );
}
