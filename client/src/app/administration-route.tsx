import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes, useParams } from 'react-router';
import { AccountsPage } from '../features/administration/accounts-page';
import { accountsQuery } from '../features/administration/api';
import { bodiesQuery } from '../features/bodies/api';
import { BodiesPage } from '../features/bodies/bodies-page';
import { BodyPage } from '../features/bodies/body-page';
import { CalendarPage } from '../features/bodies/calendar-page';
import { ImportPage } from '../features/bodies/import-page';
import { RuleSetsPage } from '../features/bodies/rule-sets-page';
import { BodySettingPage } from '../features/notifications/body-setting-page';
import { DeliveriesPage } from '../features/notifications/deliveries-page';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { useCurrentBody } from './current-body';
import { NotFound } from './not-found';
import classes from './administration.module.css';

const sections = [{ to: 'bodies', text: 'nav.bodies' }, { to: 'rule-sets', text: 'nav.ruleSets' }, { to: 'calendar', text: 'nav.calendar' }, { to: 'accounts', text: 'nav.accounts' }, { to: 'notifications', text: 'nav.notifications' }, { to: 'reminders', text: 'nav.reminders' }];

export default function AdministrationRoute() {
  const { t } = useTranslation('administration');
  const { me } = useCurrentBody();
  if (!me.can.administer) return <Page title={t('title')} narrow><Empty icon={<IconLock size={40} stroke={1.4} />} title={t('refused.title')}>{t('refused.text')}</Empty></Page>;
  return (
    <>
      <nav className={classes.sections} aria-label={t('nav')}>{sections.map(({ to, text }) => <NavLink key={to} to={`/administration/${to}`} className={classes.section ?? ''}>{t(text)}</NavLink>)}</nav>
      <Routes>
        <Route index element={<Navigate to="/administration/bodies" replace />} />
        <Route path="bodies" element={<BodiesPage />} />
        <Route path="bodies/:bodyId" element={<OneBody />} />
        <Route path="bodies/:bodyId/import" element={<Import />} />
        <Route path="rule-sets" element={<RuleSetsPage />} />
        <Route path="calendar" element={<CalendarPage />} />
        <Route path="accounts" element={<Accounts />} />
        <Route path="notifications" element={<DeliveriesPage />} />
        <Route path="reminders" element={<Reminders />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}

function OneBody() {
  const { bodyId = '' } = useParams();
  const { data } = useQuery(accountsQuery);
  return <BodyPage key={bodyId} bodyId={bodyId} accounts={data?.accounts ?? []} />;
}

function Import() {
  const { bodyId = '' } = useParams();
  return <ImportPage bodyId={bodyId} />;
}

function Accounts() {
  const { data } = useQuery(bodiesQuery);
  return <AccountsPage bodies={data?.bodies ?? []} />;
}

function Reminders() {
  const { data } = useQuery(bodiesQuery);
  return <BodySettingPage bodies={data?.bodies ?? []} />;
}
