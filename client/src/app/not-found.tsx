import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';

export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')} narrow>
      <Empty icon={<IconMapOff size={40} stroke={1.4} />} title={t('notFound.text')} action={<Button component={Link} to="/desk" variant="default" mt="sm">{t('notFound.desk')}</Button>} />
    </Page>
  );
}
