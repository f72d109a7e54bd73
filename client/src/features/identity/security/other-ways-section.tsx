import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySecurity } from '../../../api/contract';
import { Dialog } from '../../../ui/dialog';
import { useNotify } from '../../../ui/notify';
import { Sheet } from '../../../ui/page';
import { ConfirmDialog } from '../../../ui/reason-dialog';
import { changePassword, goToProvider, unlinkProvider } from '../api';
import { useAgain, useFactorChange, useGuarded } from './again';

/** The password. */
export function PasswordSection({ security }: { security: MySecurity }) {
  const { t } = useTranslation('security');
  const { done } = useNotify();
  const { whenFresh } = useAgain();
  const [isOpen, setOpen] = useState(false);
  const change = useGuarded(changePassword, () => { setOpen(false); done(t('password.done')); });
  const open = () => (security.password ? setOpen(true) : whenFresh(() => setOpen(true)));
  return (
    <Sheet title={t('password.title')} actions={<Button variant="default" onClick={open}>{t(security.password ? 'password.change' : 'password.set')}</Button>}>
      <Text c="dimmed">{t(security.password ? 'password.has' : 'password.none')}</Text>
      {isOpen && <PasswordDialog needsCurrent={security.password} isBusy={change.isPending} onSubmit={(entry) => change.mutate(entry)} onClose={() => setOpen(false)} />}
    </Sheet>
  );
}

interface PasswordDialogProps { needsCurrent: boolean; isBusy: boolean; onSubmit: (entry: { current?: string; password: string }) => void; onClose: () => void }

function PasswordDialog({ needsCurrent, isBusy, onSubmit, onClose }: PasswordDialogProps) {
  const { t } = useTranslation(['security', 'ui']);
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const toggle = { 'aria-label': t('password.show') };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ password, ...(needsCurrent ? { current } : {}) });
  };
  return (
    <Dialog title={t(needsCurrent ? 'password.change' : 'password.set')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack>
          {needsCurrent && <PasswordInput label={t('password.current')} autoComplete="current-password" required withAsterisk={false} value={current} onChange={(event) => setCurrent(event.currentTarget.value)} visibilityToggleButtonProps={toggle} />}
          <PasswordInput label={t('password.new')} description={t('password.newHint')} autoComplete="new-password" required withAsterisk={false} value={password} onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={toggle} />
          <Group justify="flex-end"><Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button><Button type="submit" loading={isBusy}>{t(needsCurrent ? 'password.change' : 'password.set')}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The identity provider, where one is set. */
export function ProviderSection({ security, provider }: { security: MySecurity; provider: string }) {
  const { t } = useTranslation('security');
  const { done } = useNotify();
  const { whenFresh } = useAgain();
  const [isAsked, setAsked] = useState(false);
  const link = useGuarded(() => goToProvider({ isLinking: true }), () => {});
  const unlink = useFactorChange(() => unlinkProvider(), () => { setAsked(false); done(t('oidc.done')); });
  const isLinked = security.oidcLinked;
  const linkButton = <Button variant="default" loading={link.isPending} onClick={() => whenFresh(() => link.mutate(undefined))}>{t('oidc.link', { name: provider })}</Button>;
  const unlinkButton = security.can.unlinkOidc ? <Button variant="default" onClick={() => whenFresh(() => setAsked(true))}>{t('oidc.unlink')}</Button> : undefined;
  return (
    <Sheet title={t('oidc.title')} actions={isLinked ? unlinkButton : linkButton}>
      <Text c="dimmed">{t(isLinked ? 'oidc.linked' : 'oidc.unlinked', { name: provider })}</Text>
      {isAsked && <ConfirmDialog title={t('oidc.unlink')} text={t('oidc.unlinkText', { name: provider })} confirm={t('oidc.unlink')} isBusy={unlink.isPending} onConfirm={() => unlink.mutate(undefined)} onClose={() => setAsked(false)} />}
    </Sheet>
  );
}
