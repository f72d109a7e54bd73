import { Button, Divider, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySecurity } from '../../../api/contract';
import { asRefusal } from '../../../api/refusal';
import { Dialog } from '../../../ui/dialog';
import { useNotify } from '../../../ui/notify';
import { RefusalNote } from '../../../ui/states';
import { confirmByPasskey, confirmByPassword, securityQuery, signOut } from '../api';
import { passkeysHere } from '../../../api/passkey';

type Act = () => void;
/** Runs what needs a fresh sign-in: at once, or after the person has confirmed again. */
interface Again { whenFresh: (act: Act) => void; ask: (act: Act) => void }

const AgainContext = createContext<Again>({ whenFresh: (act) => act(), ask: (act) => act() });

export function AgainProvider({ security, children }: { security: MySecurity; children: ReactNode }) {
  const [waiting, setWaiting] = useState<{ act: Act } | null>(null);
  const ask = useCallback((act: Act) => setWaiting({ act }), []);
  const again = useMemo(() => ({ ask, whenFresh: (act: Act) => (security.fresh ? act() : ask(act)) }), [ask, security.fresh]);
  return (
    <AgainContext value={again}>
      {children}
      {waiting && <AgainDialog security={security} onClose={() => setWaiting(null)} onConfirmed={() => { setWaiting(null); waiting.act(); }} />}
    </AgainContext>
  );
}

export const useAgain = () => useContext(AgainContext);

/** A change of a way in: where the sign-in is too old it asks again and then goes on by itself. */
export function useGuarded<Entry, Answer>(change: (entry: Entry) => Promise<Answer>, onSuccess: (answer: Answer) => void) {
  const { ask } = useAgain();
  const { refused } = useNotify();
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: change,
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: securityQuery.queryKey });
      onSuccess(answer);
    },
    onError: (error, entry) => (asRefusal(error).code === 'freshSignInNeeded' ? ask(() => mutation.mutate(entry)) : refused(error)),
  });
  return mutation;
}

function AgainDialog({ security, onClose, onConfirmed }: { security: MySecurity; onClose: Act; onConfirmed: Act }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: securityQuery.queryKey });
    onConfirmed();
  };
  const passkey = useMutation({ mutationFn: confirmByPasskey, onSuccess });
  const password = useMutation({ mutationFn: confirmByPassword, onSuccess });
  const hasPasskey = security.passkeys.length > 0 && passkeysHere() === 'yes';
  return (
    <Dialog title={t('again.title')} onClose={onClose}>
      <Stack>
        {hasPasskey || security.password ? <Text>{t('again.text')}</Text> : <SignInAnew />}
        {hasPasskey && <Button leftSection={<IconFingerprint size={22} aria-hidden />} loading={passkey.isPending} onClick={() => passkey.mutate()}>{t('again.passkey')}</Button>}
        {hasPasskey && security.password && <Divider />}
        {security.password && <PasswordFields hasCode={security.codes} isBusy={password.isPending} onSubmit={(entry) => password.mutate(entry)} />}
        <RefusalNote error={passkey.error ?? password.error} />
      </Stack>
    </Dialog>
  );
}

function PasswordFields({ hasCode, isBusy, onSubmit }: { hasCode: boolean; isBusy: boolean; onSubmit: (entry: { password: string; code?: string }) => void }) {
  const { t } = useTranslation('security');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ password, ...(hasCode ? { code: code.trim() } : {}) });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput label={t('again.password')} autoComplete="current-password" required withAsterisk={false} value={password} onChange={(event) => setPassword(event.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('password.show') }} />
        {hasCode && <TextInput label={t('again.code')} autoComplete="one-time-code" inputMode="numeric" required withAsterisk={false} maxLength={10} value={code} onChange={(event) => setCode(event.currentTarget.value)} />}
        <Button type="submit" variant="default" loading={isBusy}>{t('again.submit')}</Button>
      </Stack>
    </form>
  );
}

/** Nothing is known that could be asked again: the one-click demo, or a provider. */
function SignInAnew() {
  const { t } = useTranslation('security');
  const { refused } = useNotify();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign('/sign-in?to=%2Fme%2Fsecurity'), onError: refused });
  return <><Text>{t('again.none')}</Text><Button loading={leave.isPending} onClick={() => leave.mutate()}>{t('again.signIn')}</Button></>;
}
