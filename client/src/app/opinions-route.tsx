import { useTranslation } from 'react-i18next';
import { OpinionsPage } from '../features/opinions/opinions-page';
import { WithBody } from './with-body';

export default function OpinionsRoute() {
  const { t } = useTranslation('shell');
  return <WithBody title={t('nav.opinions')}>{(body) => <OpinionsPage key={body.id} body={body} />}</WithBody>;
}
