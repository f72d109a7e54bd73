import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guest } from '../../api/contract';
import { Menu } from '../../ui/menu';
import { ConfirmDialog } from '../../ui/reason-dialog';
import { withdrawInvitation } from './api';
import { useGuestAct, useGuestChange } from './use-guest-change';

/** What the office does for a guest. */
export function GuestMenu({ guest, name, onEdit }: { guest: Guest; name: string; onEdit: () => void }) {
  const { t } = useTranslation('guests');
  const [isRemoving, setRemoving] = useState(false);
  const act = useGuestAct(guest);
  const remove = useGuestChange(() => withdrawInvitation(guest.id), t('list.removed'));
  const { can } = guest;
  if (!Object.values(can).some(Boolean)) return null;
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target><ActionIcon loading={act.isPending} aria-label={t('list.actions', { name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {can.checkIn && <Menu.Item onClick={() => act.mutate({ act: 'checkIn', mode: 'room' })}>{t('act.checkIn.room')}</Menu.Item>}
          {can.checkIn && <Menu.Item onClick={() => act.mutate({ act: 'checkIn', mode: 'online' })}>{t('act.checkIn.online')}</Menu.Item>}
          {can.confirm && <Menu.Item onClick={() => act.mutate({ act: 'confirm' })}>{t('act.confirm')}</Menu.Item>}
          {can.decline && <Menu.Item onClick={() => act.mutate({ act: 'decline' })}>{t('act.decline')}</Menu.Item>}
          {can.leave && <Menu.Item onClick={() => act.mutate({ act: 'leave' })}>{t('act.leave')}</Menu.Item>}
          {can.edit && <Menu.Item onClick={onEdit}>{t('list.edit')}</Menu.Item>}
          {can.remove && <Menu.Item onClick={() => setRemoving(true)}>{t('list.remove')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {isRemoving && <ConfirmDialog title={t('list.remove')} text={t('list.remove.text', { name })} confirm={t('list.remove')} isBusy={remove.isPending} onClose={() => setRemoving(false)} onConfirm={() => remove.mutate(undefined, { onSuccess: () => setRemoving(false) })} />}
    </>
  );
}
