import { useTranslation } from 'react-i18next';
import { ImportAgendaPage } from '../features/sessions/preparing/import-agenda-page';
import { WithBody } from './with-body';

export default function ImportAgendaRoute() {
  const { t } = useTranslation('shell');
  return <WithBody title={t('nav.sessions')}>{(body) => <ImportAgendaPage body={body} />}</WithBody>;
}
