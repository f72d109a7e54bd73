import { Alert, Button, Divider, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint, IconShieldLock } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySecurity } from '../../../api/contract';
import { asRefusal } from '../../../api/refusal';
import { Dialog } from '../../../ui/dialog';
import { useNotify } from '../../../ui/notify';
import { RefusalNote } from '../../../ui/states';
import { signOut } from '../../../api/leaving';
import { confirmByPasskey, confirmByPassword, endSessions, securityQuery } from '../api';
import { passkeysHere } from '../../../api/passkey';

type Act = () => void;
/** Runs what needs a fresh sign-in: at once, or after the person has confirmed again. */
interface Again { whenFresh: (act: Act) => void; ask: (act: Act) => void; onChanged: Act }

const AgainContext = createContext<Again>({ whenFresh: (act) => act(), ask: (act) => act(), onChanged: () => undefined });

/** @param needsSecond signed in by one factor: only the second one counts */
export function AgainProvider({ security, needsSecond = false, children }: { security: MySecurity; needsSecond?: boolean; children: ReactNode }) {
  const [waiting, setWaiting] = useState<{ act: Act } | null>(null);
  const [isChanged, setChanged] = useState(false);
  const ask = useCallback((act: Act) => setWaiting({ act }), []);
  const onChanged = useCallback(() => setChanged(true), []);
  const isFresh = security.fresh && !needsSecond;
  const again = useMemo(() => ({ ask, onChanged, whenFresh: (act: Act) => (isFresh ? act() : ask(act)) }), [ask, onChanged, isFresh]);
  return (
    <AgainContext value={again}>
      {isChanged && security.sessions.length > 1 && <EndOthersOffer />}
      {children}
      {waiting && <AgainDialog security={security} needsSecond={needsSecond} onClose={() => setWaiting(null)} onConfirmed={() => { setWaiting(null); waiting.act(); }} />}
    </AgainContext>
  );
}

export const useAgain = () => useContext(AgainContext);

const NEEDS_AGAIN = new Set(['freshSignInNeeded', 'confirmFirst']);

/** A way in was added or taken away: the other devices can be signed out in the same go. */
function EndOthersOffer() {
  const { t } = useTranslation('security');
  const { done } = useNotify();
  const shown = useRef<HTMLDivElement>(null);
  const end = useGuarded(() => endSessions('end-others'), () => done(t('sessions.ended')));
  useEffect(() => { shown.current?.scrollIntoView({ block: 'nearest' }); }, []);
  return (
    <Alert ref={shown} color="orange" icon={<IconShieldLock aria-hidden />} title={t('changed.title')}>
      {t('changed.text')}
      <Group mt="sm"><Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>{t('sessions.endOthers')}</Button></Group>
    </Alert>
  );
}

/** A change of the ways in after which others may still be signed in by the old ones. */
export function useFactorChange<Entry, Answer>(change: (entry: Entry) => Promise<Answer>, onSuccess: (answer: Answer) => void) {
  const { onChanged } = useAgain();
  return useGuarded(change, (answer: Answer) => { onChanged(); onSuccess(answer); });
}

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
    onError: (error, entry) => (NEEDS_AGAIN.has(asRefusal(error).code) ? ask(() => mutation.mutate(entry)) : refused(error)),
  });
  return mutation;
}

function AgainDialog({ security, needsSecond, onClose, onConfirmed }: { security: MySecurity; needsSecond: boolean; onClose: Act; onConfirmed: Act }) {
  const { t } = useTranslation('security');
  const client = useQueryClient();
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: securityQuery.queryKey });
    onConfirmed();
  };
  const passkey = useMutation({ mutationFn: confirmByPasskey, onSuccess });
  const password = useMutation({ mutationFn: confirmByPassword, onSuccess });
  const hasPasskey = security.passkeys.length > 0 && passkeysHere() === 'yes';
  const hasPassword = security.password && (!needsSecond || security.codes);
  return (
    <Dialog title={t('again.title')} onClose={onClose}>
      <Stack>
        {hasPasskey || hasPassword ? <Text>{t(needsSecond ? 'again.second' : 'again.text')}</Text> : <SignInAnew />}
        {hasPasskey && <Button leftSection={<IconFingerprint size={22} aria-hidden />} loading={passkey.isPending} onClick={() => passkey.mutate()}>{t('again.passkey')}</Button>}
        {hasPasskey && hasPassword && <Divider />}
        {hasPassword && <PasswordFields hasCode={security.codes} isBusy={password.isPending} onSubmit={(entry) => password.mutate(entry)} />}
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
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign('/sign-in?to=%2Fme%2Fsecurity') });
  return <><Text>{t('again.none')}</Text><Button loading={leave.isPending} onClick={() => leave.mutate()}>{t('again.signIn')}</Button></>;
}
