import { useTranslation } from 'react-i18next';
import { DossiersPage } from '../features/dossiers/dossiers-page';
import { WithBody } from './with-body';

export default function DossiersRoute() {
  const { t } = useTranslation('dossiers');
  return <WithBody title={t('title')}>{(body) => <DossiersPage body={body} />}</WithBody>;
}
