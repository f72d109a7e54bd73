import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountRole } from '../../api/contract';
import { useNotify } from '../../ui/notify';
import { RefusalNote } from '../../ui/states';
import { type AccountFields, askSecondAdministrator, changeAccount, createAccount } from './api';
import { accountsKey, adminRequestsKey } from './keys';
import { Choose } from '../../ui/choose';
import { Dialog } from '../../ui/dialog';

export interface BodyChoice { id: string; shortName: string }
const roles: AccountRole['role'][] = ['secretariat', 'officer', 'clerk', 'assistant', 'substitute', 'invitee', 'sponsor', 'auditor'];

interface AccountFormProps { account: Account | null; bodies: BodyChoice[]; onClose: () => void; onSaved: (name: string, setupLink: string | null) => void }

export function AccountForm({ account, bodies, onClose, onSaved }: AccountFormProps) {
  const { t } = useTranslation(['administration', 'ui']);
  const client = useQueryClient();
  const { done } = useNotify();
  const [username, setUsername] = useState(account?.username ?? '');
  const [draft, setDraft] = useState<AccountFields>({ name: account?.name ?? '', nameEn: account?.nameEn ?? null, roles: account?.roles.filter(({ role }) => roles.includes(role)) ?? [] });
  const [reason, setReason] = useState('');
  // One's own roles and those of another administrator wait for a second one; the name is not changed here.
  const takesTwo = account?.can.askRoles === true;
  const set = (change: Partial<AccountFields>) => setDraft((old) => ({ ...old, ...change }));
  const save = useMutation({
    mutationFn: async (): Promise<string | null> => {
      const fields = { ...draft, name: draft.name.trim(), nameEn: draft.nameEn?.trim() ? draft.nameEn.trim() : null };
      if (account === null) return (await createAccount({ ...fields, username: username.trim() })).setupLink;
      if (takesTwo) await askSecondAdministrator({ kind: 'roles', accountId: account.id, reason: reason.trim(), roles: draft.roles });
      else await changeAccount(account.id, fields);
      return null;
    },
    onSuccess: (setupLink) => {
      void client.invalidateQueries({ queryKey: accountsKey });
      void client.invalidateQueries({ queryKey: adminRequestsKey });
      done(t(takesTwo ? 'ask.sent' : 'accounts.saved'));
      onSaved(draft.name, setupLink);
    },
  });
  const isIncomplete = draft.name.trim() === '' || username.trim() === '' || (takesTwo && reason.trim() === '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isIncomplete) save.mutate();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t(takesTwo ? 'ask.roles' : account ? 'accounts.edit' : 'accounts.create')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t('form.username')} required maxLength={60} disabled={account !== null} autoCapitalize="none" value={username} onChange={(event) => setUsername(event.currentTarget.value)} data-autofocus />
          <TextInput label={t('form.name')} required maxLength={200} disabled={takesTwo} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
          <TextInput label={t('form.nameEn')} description={t('ui:optional')} maxLength={200} disabled={takesTwo} value={draft.nameEn ?? ''} onChange={(event) => set({ nameEn: event.currentTarget.value })} />
          <RoleFields roles={draft.roles} bodies={bodies} onChange={(next) => set({ roles: next })} />
          {takesTwo && <Text size="sm" c="dimmed">{t('ask.text')}</Text>}
          {takesTwo && <Textarea label={t('ask.reason')} required maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
          {save.isError && <RefusalNote error={save.error} />}
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={save.isPending} disabled={isIncomplete}>{t(takesTwo ? 'ask.submit' : account ? 'form.save' : 'form.create')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function RoleFields({ roles: chosen, bodies, onChange }: { roles: AccountRole[]; bodies: BodyChoice[]; onChange: (roles: AccountRole[]) => void }) {
  const { t } = useTranslation('administration');
  const first = bodies[0];
  const setAt = (at: number, change: Partial<AccountRole>) => onChange(chosen.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <Stack gap="xs">
      {chosen.map((each, index) => (
        <Group key={`${index}-${each.bodyId}-${each.role}`} wrap={each.role === 'sponsor' ? 'wrap' : 'nowrap'} gap="xs" align="flex-start">
          <Choose flex={1} aria-label={t('form.role', { number: index + 1 })} data={roles.map((value) => ({ value, label: t(`role.${value}`) }))} value={each.role} onChange={(value) => setAt(index, { role: roles.find((role) => role === value) ?? 'secretariat' })} />
          {each.role === 'sponsor' && <TextInput flex={1} aria-label={t('form.organisation', { number: index + 1 })} placeholder={t('form.organisation', { number: index + 1 })} required maxLength={200} value={each.organisation ?? ''} onChange={(event) => setAt(index, { organisation: event.currentTarget.value })} />}
          <Choose flex={1} aria-label={t('form.roleBody', { number: index + 1 })} data={bodies.map(({ id, shortName }) => ({ value: id, label: shortName }))} value={each.bodyId} onChange={(value) => { if (value !== null) setAt(index, { bodyId: value }); }} />
          <ActionIcon aria-label={t('form.removeRole', { number: index + 1 })} onClick={() => onChange(chosen.filter((_, at) => at !== index))}><IconTrash size={20} aria-hidden /></ActionIcon>
        </Group>
      ))}
      {first && <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...chosen, { bodyId: first.id, role: 'secretariat' }])}>{t('form.addRole')}</Button></div>}
      <Text size="sm" c="dimmed">{t('form.rolesHint')}</Text>
    </Stack>
  );
}
