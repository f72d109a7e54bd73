import { Button } from '@mantine/core';
import { IconChevronDown, IconClipboardList } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { lazyPart } from '../../../api/lazy-part';
import type { Session } from '../../../api/contract';
import { Menu } from '../../../ui/menu';
import { useNotify } from '../../../ui/notify';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { freezePack, startRehearsal } from './api';
import { CarryDialog, CloneDialog, SeriesDialog, TemplateDialog } from './copy-dialogs';

const ReadinessDialog = lazyPart(() => import('./readiness-dialog'));

const PrintPackDialog = lazyPart(() => import('./print-pack-dialog'));

type Open = 'printPack' | 'readiness' | 'carry' | 'clone' | 'series' | 'template' | 'rehearsal';
const all: Open[] = ['readiness', 'carry', 'clone', 'series', 'template', 'rehearsal', 'printPack'];
const isOut = ['sent', 'inSession', 'suspended', 'ended', 'concluded'];
const hasRoom = ['sent', 'inSession', 'suspended'];
const begun = ['inSession', 'suspended', 'ended', 'concluded'];

/** What makes preparing quick: the check before sending, and sessions that need not begin from nothing. */
export default function PrepareMenu({ session, className, wordClass }: { session: Session; className: string; wordClass: string }) {
  const { t } = useTranslation(['preparing', 'sessions']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const notify = useNotify();
  const [open, setOpen] = useState<Open | null>(null);
  const can: Record<Open, boolean> = { readiness: session.can.look && !begun.includes(session.state), carry: session.can.editAgenda, clone: session.can.copy, series: session.can.copy, template: session.can.copy, rehearsal: session.can.rehearse, printPack: session.can.run };
  const entries = all.filter((each) => can[each]);
  const rehearse = useMutation({ mutationFn: () => startRehearsal(session.id), onSuccess: async ({ id }) => { await client.invalidateQueries({ queryKey: ['me'] }); await navigate(`/sessions/${id}`); }, onError: notify.refused });
  const pack = useMutation({
    mutationFn: (isFrozen: boolean) => freezePack(session.id, isFrozen),
    onSuccess: (_, isFrozen) => {
      void client.invalidateQueries({ queryKey: ['session', session.id] });
      notify.done(t(isFrozen ? 'freeze.done' : 'thaw.done'));
    },
    onError: notify.refused,
  });
  const close = () => setOpen(null);
  const hasFigures = session.openedAt !== null;
  const [only] = entries;
  if (only === undefined && !hasFigures && !session.can.register) return null;
  return (
    <>
      {only !== undefined && entries.length === 1 && !hasFigures && !session.can.register ? <Button variant="default" onClick={() => setOpen(only)}>{t(`menu.${only}`)}</Button> : (
        <Menu width={300}>
          <Menu.Target><Button variant="default" className={className} leftSection={<IconClipboardList size={18} aria-hidden />} rightSection={<IconChevronDown size={18} className={wordClass} aria-hidden />}><span className={wordClass}>{t('menu')}</span></Button></Menu.Target>
          <Menu.Dropdown>{entries.map((each) => <Menu.Item key={each} onClick={() => setOpen(each)}>{t(`menu.${each}`)}</Menu.Item>)}
            {session.can.run && hasRoom.includes(session.state) && <Menu.Item onClick={() => void navigate(`/sessions/${session.id}/room`)}>{t('sessions:header.room')}</Menu.Item>}
            {session.can.receipts && isOut.includes(session.state) && <Menu.Item onClick={() => void navigate(`/sessions/${session.id}/receipts`)}>{t('menu.receipts')}</Menu.Item>}
            {session.can.freeze && <Menu.Item onClick={() => pack.mutate(true)}>{t('menu.freeze')}</Menu.Item>}
            {session.can.thaw && <Menu.Item onClick={() => pack.mutate(false)}>{t('menu.thaw')}</Menu.Item>}
            {session.can.register && <Menu.Item onClick={() => void navigate(`/sessions/${session.id}/register`)}>{t('menu.register')}</Menu.Item>}
            {hasFigures && <Menu.Item onClick={() => void navigate(`/sessions/${session.id}/statistics`)}>{t('menu.statistics')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {open === 'readiness' && <Suspense><ReadinessDialog session={session} onClose={close} /></Suspense>}
      {open === 'printPack' && <Suspense><PrintPackDialog session={session} onClose={close} /></Suspense>}
      {open === 'carry' && <CarryDialog session={session} onClose={close} />}
      {open === 'clone' && <CloneDialog session={session} onClose={close} onMade={(id) => void navigate(`/sessions/${id}`)} />}
      {open === 'series' && <SeriesDialog session={session} onClose={close} />}
      {open === 'rehearsal' && <ConfirmDialog title={t('menu.rehearsal')} text={t('rehearsal.start.text')} confirm={t('rehearsal.start')} isBusy={rehearse.isPending} onClose={close} onConfirm={() => rehearse.mutate(undefined, { onSuccess: close })} />}
      {open === 'template' && <TemplateDialog session={session} onClose={close} />}
    </>
  );
}
