import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DisplaySite } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import classes from './room-display.module.css';

/** Who is at the site at which this wall hangs, in place of the plan of a room that is elsewhere. */
export function WallSite({ site }: { site: DisplaySite }) {
  const { t } = useTranslation('sites');
  const localised = useLocalised();
  return (
    <section className={classes.siteCard} aria-label={t('wall.site', { name: site.name })}>
      <p className={classes.siteCount}>{t('count', { there: site.people.filter(({ isHere }) => isHere).length, count: site.people.length })}</p>
      <ul className={classes.sitePeople}>
        {site.people.map(({ name, nameEn, isHere }, index) => (
          <li key={index} data-here={isHere || undefined}>{isHere ? <IconCheck size="1em" aria-label={t('wall.here')} /> : <IconCircleDashed size="1em" aria-label={t('wall.notHere')} />} <span>{localised(name, nameEn)}</span></li>
        ))}
      </ul>
    </section>
  );
}
