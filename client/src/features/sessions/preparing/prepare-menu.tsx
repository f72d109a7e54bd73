import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '../../../api/contract';
import { Menu } from '../../../ui/menu';
import { useNotify } from '../../../ui/notify';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { startRehearsal } from './api';
import { CarryDialog, CloneDialog, SeriesDialog, TemplateDialog } from './copy-dialogs';

const ReadinessDialog = lazy(() => import('./readiness-dialog'));

type Open = 'readiness' | 'carry' | 'clone' | 'series' | 'template' | 'rehearsal';
const all: Open[] = ['readiness', 'carry', 'clone', 'series', 'template', 'rehearsal'];
const begun = ['inSession', 'suspended', 'ended', 'concluded'];

/** What makes preparing quick: the check before sending, and sessions that need not begin from nothing. */
export default function PrepareMenu({ session }: { session: Session }) {
  const { t } = useTranslation('preparing');
  const navigate = useNavigate();
  const client = useQueryClient();
  const notify = useNotify();
  const [open, setOpen] = useState<Open | null>(null);
  const can: Record<Open, boolean> = { readiness: session.can.look && !begun.includes(session.state), carry: session.can.editAgenda, clone: session.can.copy, series: session.can.copy, template: session.can.copy, rehearsal: session.can.rehearse };
  const entries = all.filter((each) => can[each]);
  const rehearse = useMutation({ mutationFn: () => startRehearsal(session.id), onSuccess: async ({ id }) => { await client.invalidateQueries({ queryKey: ['me'] }); await navigate(`/sessions/${id}`); }, onError: notify.refused });
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
      {open === 'rehearsal' && <ConfirmDialog title={t('menu.rehearsal')} text={t('rehearsal.start.text')} confirm={t('rehearsal.start')} isBusy={rehearse.isPending} onClose={close} onConfirm={() => rehearse.mutate(undefined, { onSuccess: close })} />}
      {open === 'template' && <TemplateDialog session={session} onClose={close} />}
    </>
  );
}
