import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconPlaylistAdd, IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, DossierAct } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { ConfirmDialog, ReasonDialog } from '../../ui/reason-dialog';
import { actOnDossier } from './api';
import { DossierForm } from './dossier-form';
import { dossierKey } from './keys';
import { PlaceDialog } from './place-dialog';

type Asked = DossierAct | 'edit' | 'place';

/** What may be done with a dossier now: the one next step stands out. */
export function DossierActs({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossiers');
  const client = useQueryClient();
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { can } = dossier;
  const isIncomplete = dossier.findings.some(({ blocks }) => blocks);
  const act = useMutation({
    mutationFn: ({ name, reason }: { name: DossierAct; reason?: string }) => actOnDossier(dossier.id, name, reason),
    onSuccess: (answer, { name }) => {
      client.setQueryData(dossierKey(dossier.id), answer);
      void client.invalidateQueries({ queryKey: ['dossiers'] });
      setAsked(null);
      notify.done(t(`done.${name}`));
    },
    onError: notify.refused,
  });
  const close = () => setAsked(null);
  return (
    <>
      {can.withdraw && dossier.state !== 'draft' && <Button variant="default" onClick={() => setAsked('withdraw')}>{t('act.withdraw')}</Button>}
      {can.edit && <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setAsked('edit')}>{t('edit')}</Button>}
      {can.submit && <Button leftSection={<IconSend size={18} aria-hidden />} disabled={isIncomplete} title={isIncomplete ? t('act.submit.incomplete') : undefined} onClick={() => setAsked('submit')}>{t('act.submit')}</Button>}
      {can.return && <Button variant="default" leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={() => setAsked('return')}>{t('act.return')}</Button>}
      {can.check && <Button variant="default" leftSection={<IconCheck size={18} aria-hidden />} loading={act.isPending && act.variables.name === 'check'} onClick={() => act.mutate({ name: 'check' })}>{t('act.check')}</Button>}
      {can.place && <Button leftSection={<IconPlaylistAdd size={18} aria-hidden />} onClick={() => setAsked('place')}>{t('act.place')}</Button>}
      {asked === 'edit' && <DossierForm bodyId={dossier.bodyId} dossier={dossier} onClose={close} onSaved={close} />}
      {asked === 'place' && <PlaceDialog dossier={dossier} onClose={close} />}
      {asked === 'submit' && <ConfirmDialog title={t('act.submit')} text={t('confirm.submit')} confirm={t('act.submit')} isBusy={act.isPending} onConfirm={() => act.mutate({ name: 'submit' })} onClose={close} />}
      {asked === 'withdraw' && <ConfirmDialog title={t('act.withdraw')} text={t('confirm.withdraw')} confirm={t('act.withdraw')} isBusy={act.isPending} onConfirm={() => act.mutate({ name: 'withdraw' })} onClose={close} />}
      {asked === 'return' && <ReasonDialog title={t('act.return')} text={t('confirm.return')} label={t('returned.title')} confirm={t('act.return')} isBusy={act.isPending} onConfirm={(reason) => act.mutate({ name: 'return', reason })} onClose={close} />}
    </>
  );
}
