import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Account, AdminRequestKind } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { Page } from '../../ui/page';
import { ReasonDialog } from '../../ui/reason-dialog';
import { QueryView } from '../../ui/states';
import { AccountForm, type BodyChoice } from './account-form';
import { AccountTable } from './account-table';
import { AdminRequests } from './admin-requests';
import { accountsQuery, askSecondAdministrator } from './api';
import { accountsKey, adminRequestsKey } from './keys';
import { SetupLinkDialog } from './setup-link-dialog';

interface SetupLink { name: string; link: string }
type Dialog = { kind: 'form'; account: Account | null } | { kind: 'ask'; account: Account; request: AdminRequestKind } | { kind: 'link'; setup: SetupLink };

export function AccountsPage({ bodies }: { bodies: BodyChoice[] }) {
  const { t } = useTranslation('administration');
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const query = useQuery(accountsQuery);
  const words = params.get('q') ?? '';
  const close = () => setDialog(null);
  const showLink = (name: string, link: string) => setDialog({ kind: 'link', setup: { name, link } });
  const onAsk = (account: Account, request: AdminRequestKind) => setDialog(request === 'roles' ? { kind: 'form', account } : { kind: 'ask', account, request });
  const isWanted = ({ name, nameEn, username }: Account) => `${name} ${nameEn ?? ''} ${username}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase());
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')} actions={<Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog({ kind: 'form', account: null })}>{t('accounts.create')}</Button>}>
      <AdminRequests bodies={bodies} onLink={showLink} />
      <TextInput mb="md" maw={420} aria-label={t('accounts.search')} placeholder={t('accounts.search')} leftSection={<IconSearch size={18} aria-hidden />} value={words}
        onChange={(event) => setParams(event.currentTarget.value === '' ? {} : { q: event.currentTarget.value }, { replace: true })} />
      <QueryView query={query}>
        {({ accounts }) => <AccountTable accounts={accounts.filter(isWanted)} bodies={bodies} onEdit={(account) => setDialog({ kind: 'form', account })} onAsk={onAsk} onLink={showLink} />}
      </QueryView>
      {dialog?.kind === 'form' && <AccountForm account={dialog.account} bodies={bodies} onClose={close} onSaved={(name, link) => (link === null ? close() : showLink(name, link))} />}
      {dialog?.kind === 'ask' && <Ask account={dialog.account} kind={dialog.request} onClose={close} />}
      {dialog?.kind === 'link' && <SetupLinkDialog name={dialog.setup.name} link={dialog.setup.link} onClose={close} />}
    </Page>
  );
}

/** Asks a second administrator, with the reason that goes into the journal. */
function Ask({ account, kind, onClose }: { account: Account; kind: AdminRequestKind; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const client = useQueryClient();
  const { done, refused } = useNotify();
  const ask = useMutation({
    mutationFn: askSecondAdministrator,
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: adminRequestsKey });
      void client.invalidateQueries({ queryKey: accountsKey });
      done(t(answer.done ? 'ask.done' : 'ask.sent'));
      onClose();
    },
    onError: refused,
  });
  const title = `${t(`ask.${kind}`)} · ${account.name}`;
  return <ReasonDialog title={title} text={t('ask.text')} label={t('ask.reason')} confirm={t('ask.submit')} isBusy={ask.isPending} onConfirm={(reason) => ask.mutate({ kind, accountId: account.id, reason })} onClose={onClose} />;
}
