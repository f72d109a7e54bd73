import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { JournalPage } from '../features/journal/journal-page';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { useCurrentBody } from './current-body';

export default function JournalRoute() {
  const { t } = useTranslation('journal');
  const { me } = useCurrentBody();
  if (!me.can.readJournal) return <Page title={t('title')} narrow><Empty icon={<IconLock size={40} stroke={1.4} />} title={t('refused.title')}>{t('refused.text')}</Empty></Page>;
  return <JournalPage />;
}
