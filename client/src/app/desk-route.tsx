import { useTranslation } from 'react-i18next';
import { DeskPage } from '../features/desk/desk-page';
import { lazy, Suspense } from 'react';
import { withTexts } from '../i18n/start';
import { useCurrentBody } from './current-body';
import { WithBody } from './with-body';

const Invitations = lazy(async () => ({ default: (await withTexts('meeting', import('../features/guests/invitations'))).Invitations }));

export default function DeskRoute() {
  const { me } = useCurrentBody();
  const { t } = useTranslation(['shell', 'sessions']);
  return <WithBody title={t('nav.desk')}>{(body) => <DeskPage key={body.id} body={body} attendanceWord={(state) => t(`sessions:attendance.${state}`)} invitations={me.can.visit ? <Suspense><Invitations /></Suspense> : null} />}</WithBody>;
}
