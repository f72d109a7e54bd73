import { useTranslation } from 'react-i18next';
import { OpinionFiguresPage } from '../features/opinion-figures/opinion-figures-page';
import { WithBody } from './with-body';

export default function OpinionFiguresRoute() {
  const { t } = useTranslation('opinionFigures');
  return <WithBody title={t('title')}>{(body) => <OpinionFiguresPage key={body.id} body={body} />}</WithBody>;
}
