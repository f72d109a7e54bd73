import { IconCalendarEvent, IconFolderOpen, IconLayoutDashboard, IconMailQuestion, IconListCheck, IconSettings, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Me } from '../api/contract';
import classes from './shell.module.css';

interface Entry { to: string; text: string; short: string; Icon: TablerIcon }

export function useEntries(me: Me): Entry[] {
  const { t } = useTranslation('shell');
  const isApart = (me.can.readJournal || me.can.submit) && !me.can.read && !me.can.visit;
  return [
    ...(isApart ? [] : [
      { to: '/desk', text: t('nav.desk'), short: t('nav.desk'), Icon: IconLayoutDashboard },
      { to: '/sessions', text: t('nav.sessions'), short: t('nav.sessions'), Icon: IconCalendarEvent },
      ...(me.can.visit && !me.can.read ? [] : [{ to: '/opinion-requests', text: t('nav.opinions'), short: t('nav.opinions.short'), Icon: IconMailQuestion }]),
    ]),
    ...(me.can.submit || me.can.clear ? [{ to: '/dossiers', text: t('nav.dossiers'), short: t('nav.dossiers.short'), Icon: IconFolderOpen }] : []),
    ...(me.can.readJournal ? [{ to: '/journal', text: t('nav.journal'), short: t('nav.journal.short'), Icon: IconListCheck }] : []),
    ...(me.can.administer ? [{ to: '/administration', text: t('nav.administration'), short: t('nav.administration'), Icon: IconSettings }] : []),
  ];
}

/** The rail on the left; on a phone, the bar at the bottom. */
export function Rail({ me, isNarrow }: { me: Me; isNarrow: boolean }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes.rail} data-narrow={isNarrow || undefined} aria-label={t('nav.label')}>
      <ul className="plain-list">
        {useEntries(me).map(({ to, text, short, Icon }) => (
          <li key={to}>
              <NavLink to={to} title={text} className={classes.entry ?? ''}>
                <Icon size={24} stroke={1.6} aria-hidden />
                <span className={classes.entryText}>{text}</span>
                <span className={classes.entryShort} aria-hidden>{short}</span>
              </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
