import { Button } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, Site } from '../../../api/contract';
import { CodeDialog } from './code-dialog';

/** For who keeps the attendance: shows the code to check in by. */
export function CodeButton({ session, site = null }: { session: Session; site?: Site | null }) {
  const { t } = useTranslation('sites');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconQrcode size={20} aria-hidden />} onClick={() => setOpen(true)}>{t('code.open')}</Button>
      {isOpen && <CodeDialog session={session} site={site} onClose={() => setOpen(false)} />}
    </>
  );
}
