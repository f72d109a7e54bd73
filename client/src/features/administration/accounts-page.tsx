import { ActionIcon, Badge, Button, Group, Table, Text, TextInput } from '@mantine/core';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Account } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { Page, Sheet } from '../../ui/page';
import { Empty, QueryView } from '../../ui/states';
import { AccountForm, type BodyChoice } from './account-form';
import { accountsQuery, disableAccount, makeSetupLink } from './api';
import { accountsKey } from './keys';
import { SetupLinkDialog } from './setup-link-dialog';
import { Menu } from '../../ui/menu';

interface SetupLink { name: string; link: string }
type Dialog = { kind: 'form'; account: Account | null } | { kind: 'link'; setup: SetupLink };

export function AccountsPage({ bodies }: { bodies: BodyChoice[] }) {
  const { t } = useTranslation('administration');
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const query = useQuery(accountsQuery);
  const words = params.get('q') ?? '';
  const close = () => setDialog(null);
  const showLink = (name: string, link: string) => setDialog({ kind: 'link', setup: { name, link } });
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')} actions={<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog({ kind: 'form', account: null })}>{t('accounts.create')}</Button>}>
      <TextInput mb="md" maw={420} aria-label={t('accounts.search')} placeholder={t('accounts.search')} leftSection={<IconSearch size={18} aria-hidden />} value={words}
        onChange={(event) => setParams(event.currentTarget.value === '' ? {} : { q: event.currentTarget.value }, { replace: true })} />
      <QueryView query={query}>
        {({ accounts }) => <AccountTable accounts={accounts.filter(({ name, nameEn, username }) => `${name} ${nameEn ?? ''} ${username}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()))} bodies={bodies} onEdit={(account) => setDialog({ kind: 'form', account })} onLink={showLink} />}
      </QueryView>
      {dialog?.kind === 'form' && <AccountForm account={dialog.account} bodies={bodies} onClose={close} onSaved={(name, link) => (link === null ? close() : showLink(name, link))} />}
      {dialog?.kind === 'link' && <SetupLinkDialog name={dialog.setup.name} link={dialog.setup.link} onClose={close} />}
    </Page>
  );
}

interface RowActs { bodies: BodyChoice[]; onEdit: (account: Account) => void; onLink: (name: string, link: string) => void }

function AccountTable({ accounts, ...acts }: RowActs & { accounts: Account[] }) {
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

function AccountRow({ account, bodies, onEdit, onLink }: RowActs & { account: Account }) {
  const { t } = useTranslation('administration');
  const localised = useLocalised();
  const client = useQueryClient();
  const notify = useNotify();
  const disable = useMutation({
    mutationFn: (disabled: boolean) => disableAccount(account.id, disabled),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: accountsKey });
      notify.done(t('accounts.saved'));
    },
    onError: notify.refused,
  });
  const link = useMutation({ mutationFn: () => makeSetupLink(account.id), onSuccess: ({ setupLink }) => onLink(account.name, setupLink), onError: notify.refused });
  const name = localised(account.name, account.nameEn);
  const roles = account.roles.map(({ bodyId, role }) => `${t(`role.${role}`)} · ${bodies.find(({ id }) => id === bodyId)?.shortName ?? ''}`);
  return (
    <Table.Tr>
      <Table.Td><Text fw={500}>{name}</Text>{account.disabled && <Badge size="md" color="orange">{t('accounts.disabled')}</Badge>}</Table.Td>
      <Table.Td>{account.username}</Table.Td>
      <Table.Td><Group gap={6}>{account.administrator && <Badge size="md" color="red">{t('accounts.administrator')}</Badge>}{roles.map((role) => <Badge key={role} size="md" color="gray">{role}</Badge>)}</Group></Table.Td>
      <Table.Td w={60}>
        {account.can.edit && (
          <Menu position="bottom-end" width={290}>
            <Menu.Target><ActionIcon aria-label={t('accounts.menu', { name })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onEdit(account)}>{t('accounts.edit')}</Menu.Item>
              <Menu.Item onClick={() => link.mutate()}>{t('accounts.link')}</Menu.Item>
              <Menu.Item onClick={() => disable.mutate(!account.disabled)}>{t(account.disabled ? 'accounts.enable' : 'accounts.disable')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
