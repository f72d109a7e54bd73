import { useTranslation } from 'react-i18next';
import { DeskPage } from '../features/desk/desk-page';
import { WithBody } from './with-body';

export default function DeskRoute() {
  const { t } = useTranslation(['shell', 'sessions']);
  return <WithBody title={t('nav.desk')}>{(body) => <DeskPage key={body.id} body={body} attendanceWord={(state) => t(`sessions:attendance.${state}`)} />}</WithBody>;
}
