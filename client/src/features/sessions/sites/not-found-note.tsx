import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../../../api/contract';
import { Empty } from '../../../ui/states';

/** The site was removed while somebody had its list open. */
export function NotFoundNote({ session }: { session: Session }) {
  const { t } = useTranslation('sites');
  return <Empty title={t('list.gone')} action={<Button variant="default" component={Link} to={`/sessions/${session.id}/room`}>{t('list.back')}</Button>} />;
}
