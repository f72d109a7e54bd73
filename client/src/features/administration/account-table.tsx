import { ActionIcon, Badge, Group, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Account, AdminRequestKind } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Menu } from '../../ui/menu';
import { useNotify } from '../../ui/notify';
import { Sheet } from '../../ui/page';
import { Empty } from '../../ui/states';
import { useTimes } from '../../ui/time';
import type { BodyChoice } from './account-form';
import { disableAccount, liftPause, makeSetupLink, signOutEverywhere } from './api';
import { accountsKey } from './keys';

interface RowActs { bodies: BodyChoice[]; onEdit: (account: Account) => void; onAsk: (account: Account, kind: AdminRequestKind) => void; onLink: (name: string, link: string) => void }

export function AccountTable({ accounts, ...acts }: RowActs & { accounts: Account[] }) {
  const { t } = useTranslation('administration');
  if (accounts.length === 0) return <Empty title={t('accounts.empty.title')}>{t('accounts.empty.text')}</Empty>;
  return (
    <Sheet label={t('accounts.title')}>
      <div style={{ overflowX: 'auto', position: 'relative' }} tabIndex={0} role="group" aria-label={t('accounts.title')}>
        <Table verticalSpacing="sm" miw={620}>
          <Table.Thead><Table.Tr><Table.Th>{t('accounts.name')}</Table.Th><Table.Th>{t('accounts.username')}</Table.Th><Table.Th>{t('accounts.roles')}</Table.Th><Table.Th><span className="visually-hidden">{t('accounts.edit')}</span></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>{accounts.map((account) => <AccountRow key={account.id} account={account} {...acts} />)}</Table.Tbody>
        </Table>
      </div>
    </Sheet>
  );
}

function AccountRow({ account, ...acts }: RowActs & { account: Account }) {
  const { t } = useTranslation('administration');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const roles = account.roles.map(({ bodyId, role }) => `${t(`role.${role}`)} · ${acts.bodies.find(({ id }) => id === bodyId)?.shortName ?? ''}`);
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500}>{localised(account.name, account.nameEn)}</Text>
        {account.sessions > 0 && <Text size="sm" c="dimmed">{t('accounts.sessions', { count: account.sessions })}</Text>}
        <Group gap={6}>
          {account.disabled && <Badge size="md" color="orange">{t('accounts.disabled')}</Badge>}
          {account.pausedUntil !== null && <Badge size="md" color="orange">{t('accounts.paused', { at: dateTime(account.pausedUntil) })}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td>{account.username}</Table.Td>
      <Table.Td><Group gap={6}>{account.administrator && <Badge size="md" color="red">{t('accounts.administrator')}</Badge>}{roles.map((role) => <Badge key={role} size="md" color="gray">{role}</Badge>)}</Group></Table.Td>
      <Table.Td w={60}><AccountMenu account={account} {...acts} /></Table.Td>
    </Table.Tr>
  );
}

/** What may be done with an account; what takes two administrators is asked for. */
function AccountMenu({ account, onEdit, onAsk, onLink }: RowActs & { account: Account }) {
  const { t } = useTranslation('administration');
  const localised = useLocalised();
  const client = useQueryClient();
  const notify = useNotify();
  const settled = (text: string) => ({
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: accountsKey });
      notify.done(t(text));
    },
    onError: notify.refused,
  });
  const disable = useMutation({ mutationFn: (disabled: boolean) => disableAccount(account.id, disabled), ...settled('accounts.saved') });
  const signOut = useMutation({ mutationFn: () => signOutEverywhere(account.id), ...settled('accounts.signedOut') });
  const lift = useMutation({ mutationFn: () => liftPause(account.id), ...settled('accounts.lifted') });
  const link = useMutation({ mutationFn: () => makeSetupLink(account.id), onSuccess: ({ setupLink }) => onLink(account.name, setupLink), onError: notify.refused });
  const { can } = account;
  const asks: [boolean, AdminRequestKind][] = [[can.askRecovery, 'recovery'], [can.askGrantAdministrator, 'grantAdministrator'], [can.askRemoveAdministrator, 'removeAdministrator'], [can.askRoles, 'roles'], [can.askDisable, 'disable']];
  return (
    <Menu position="bottom-end" width={310}>
      <Menu.Target><ActionIcon aria-label={t('accounts.menu', { name: localised(account.name, account.nameEn) })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {can.edit && <Menu.Item onClick={() => onEdit(account)}>{t('accounts.edit')}</Menu.Item>}
        {can.invite && <Menu.Item onClick={() => link.mutate()}>{t('accounts.link')}</Menu.Item>}
        {account.pausedUntil !== null && <Menu.Item onClick={() => lift.mutate()}>{t('accounts.lift')}</Menu.Item>}
        {account.sessions > 0 && <Menu.Item onClick={() => signOut.mutate()}>{t('accounts.signOut')}</Menu.Item>}
        {can.disable && <Menu.Item onClick={() => disable.mutate(true)}>{t('accounts.disable')}</Menu.Item>}
        {can.enable && <Menu.Item onClick={() => disable.mutate(false)}>{t('accounts.enable')}</Menu.Item>}
        <Menu.Divider />
        {asks.filter(([isOpen]) => isOpen).map(([, kind]) => <Menu.Item key={kind} onClick={() => onAsk(account, kind)}>{t(`ask.${kind}`)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
