import { useTranslation } from 'react-i18next';
import { SessionsPage } from '../features/sessions/sessions-page';
import { WithBody } from './with-body';

export default function SessionsRoute() {
  const { t } = useTranslation('shell');
  return <WithBody title={t('nav.sessions')}>{(body) => <SessionsPage key={body.id} body={body} />}</WithBody>;
}
