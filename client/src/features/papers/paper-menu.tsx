import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperBrief } from '../../api/contract';
import { lazyPart } from '../../api/lazy-part';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { recallPaper, releasePaper, removePaper } from './api';
import { NewVersionDialog } from './new-version-dialog';
import { VersionsDialog } from './versions-dialog';
import { Menu } from '../../ui/menu';

const AccessDialog = lazyPart(() => import('./access-dialog'));
const ReceiptsDialog = lazyPart(() => import('./receipts-dialog'));

type Dialog = 'release' | 'recall' | 'remove' | 'replace' | 'versions' | 'receipts' | 'access';
type Act = 'release' | 'recall' | 'remove';

function usePaperAct(paper: PaperBrief, onChanged: () => void) {
  const { t } = useTranslation('papers');
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: async ({ act, reason }: { act: Act; reason?: string }) => {
      if (act === 'remove') await removePaper(paper.id);
      else if (act === 'recall') await recallPaper(paper.id, reason ?? '');
      else await releasePaper(paper.id);
    },
    onSuccess: (_, { act }) => {
      notify.done(t(`done.${act}`));
      void client.invalidateQueries({ queryKey: ['paper', paper.id] });
      onChanged();
    },
    onError: notify.refused,
  });
}

/** What the secretariat does with a paper. */
export default function PaperMenu({ paper, onChanged }: { paper: PaperBrief; onChanged: () => void }) {
  const { t } = useTranslation('papers');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const act = usePaperAct(paper, onChanged);
  const close = () => setDialog(null);
  const { release, recall, remove, replace } = paper.can;
  const common = { isBusy: act.isPending, onClose: close };
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target><ActionIcon loading={act.isPending} aria-label={t('act.menu', { title: paper.title })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {release && <Menu.Item onClick={() => setDialog('release')}>{t('act.release')}</Menu.Item>}
          {replace && <Menu.Item onClick={() => setDialog('replace')}>{t('act.replace')}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('versions')}>{t('act.versions')}</Menu.Item>
          {paper.state === 'released' && <Menu.Item onClick={() => setDialog('receipts')}>{t('act.receipts')}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('access')}>{t('act.access')}</Menu.Item>
          <Menu.Item href={`/api/paper-versions/${paper.current.id}/copy?for=keep`}>{t('act.download')}</Menu.Item>
          <Menu.Item href={`/api/paper-versions/${paper.current.id}/unmarked`}>{t('act.unmarked')}</Menu.Item>
          {recall && <Menu.Item onClick={() => setDialog('recall')}>{t('act.recall')}</Menu.Item>}
          {remove && <Menu.Item onClick={() => setDialog('remove')}>{t('act.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'release' && <ConfirmDialog {...common} title={t('act.release')} text={t('confirm.release')} confirm={t('act.release')} onConfirm={() => act.mutate({ act: 'release' }, { onSuccess: close })} />}
      {dialog === 'remove' && <ConfirmDialog {...common} title={t('act.remove')} text={t('confirm.remove', { title: paper.title })} confirm={t('act.remove')} onConfirm={() => act.mutate({ act: 'remove' }, { onSuccess: close })} />}
      {dialog === 'recall' && <ReasonDialog {...common} title={t('act.recall')} text={t('recall.text')} label={t('reason')} confirm={t('act.recall')} onConfirm={(reason) => act.mutate({ act: 'recall', reason }, { onSuccess: close })} />}
      {dialog === 'replace' && <NewVersionDialog paper={paper} onClose={close} onDone={() => { close(); onChanged(); }} />}
      {dialog === 'receipts' && <Suspense><ReceiptsDialog paper={paper} onClose={close} /></Suspense>}
      {dialog === 'access' && <Suspense><AccessDialog paper={paper} onClose={close} /></Suspense>}
      {dialog === 'versions' && <VersionsDialog paper={paper} onClose={close} />}
    </>
  );
}
