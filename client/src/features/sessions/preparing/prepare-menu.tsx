import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '../../../api/contract';
import { Menu } from '../../../ui/menu';
import { CarryDialog, CloneDialog, SeriesDialog, TemplateDialog } from './copy-dialogs';

const ReadinessDialog = lazy(() => import('./readiness-dialog'));

type Open = 'readiness' | 'carry' | 'clone' | 'series' | 'template';

/** What makes preparing quick: the check before sending, and sessions that need not begin from nothing. */
export default function PrepareMenu({ session }: { session: Session }) {
  const { t } = useTranslation('preparing');
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const entries = (['readiness', 'carry', 'clone', 'series', 'template'] as const).filter((each) => (each === 'readiness' ? session.can.look : each === 'carry' ? session.can.editAgenda : session.can.copy));
  const close = () => setOpen(null);
  const [only] = entries;
  if (only === undefined) return null;
  return (
    <>
      {entries.length === 1 ? <Button variant="default" onClick={() => setOpen(only)}>{t(`menu.${only}`)}</Button> : (
        <Menu width={300}>
          <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>{t('menu')}</Button></Menu.Target>
          <Menu.Dropdown>{entries.map((each) => <Menu.Item key={each} onClick={() => setOpen(each)}>{t(`menu.${each}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      )}
      {open === 'readiness' && <Suspense><ReadinessDialog session={session} onClose={close} /></Suspense>}
      {open === 'carry' && <CarryDialog session={session} onClose={close} />}
      {open === 'clone' && <CloneDialog session={session} onClose={close} onMade={(id) => void navigate(`/sessions/${id}`)} />}
      {open === 'series' && <SeriesDialog session={session} onClose={close} />}
      {open === 'template' && <TemplateDialog session={session} onClose={close} />}
    </>
  );
}
