import { IconBuildingBank } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyBody } from '../api/contract';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { useCurrentBody } from './current-body';

/** Gives a page the current body; an account without one is told who can help. */
export function WithBody({ title, children }: { title: string; children: (body: MyBody) => ReactNode }) {
  const { t } = useTranslation('shell');
  const { body } = useCurrentBody();
  if (body) return <>{children(body)}</>;
  return <Page title={title} narrow><Empty icon={<IconBuildingBank size={40} stroke={1.4} />} title={t('body.none.title')}>{t('body.none.text')}</Empty></Page>;
}
