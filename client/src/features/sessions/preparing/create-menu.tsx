import { Button } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { lazyPart } from '../../../api/lazy-part';
import { Menu } from '../../../ui/menu';

const FromTemplateDialog = lazyPart(() => import('./template-dialog'));
const DelegationDialog = lazyPart(() => import('./delegation-dialog'));

/** New sessions: from nothing, from a template, from a file. */
export function CreateMenu({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation('preparing');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu width={300}>
        <Menu.Target><Button leftSection={<IconPlus size={18} aria-hidden />} rightSection={<IconChevronDown size={18} aria-hidden />}>{t('sessions:create')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate('/sessions/new')}>{t('create.new')}</Menu.Item>
          <Menu.Item onClick={() => setOpen(true)}>{t('create.template')}</Menu.Item>
          <Menu.Item onClick={() => void navigate('/sessions/import')}>{t('create.import')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isOpen && <Suspense><FromTemplateDialog bodyId={bodyId} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

export function DelegationButton({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation('preparing');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>{t('delegate.title')}</Button>
      {isOpen && <Suspense><DelegationDialog bodyId={bodyId} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
