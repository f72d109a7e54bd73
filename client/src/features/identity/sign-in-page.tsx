import { Alert, Button, Divider, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFingerprint, IconId } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { forgetLeaving, isLeaving } from '../../api/leaving';
import { meKey } from '../../api/query-client';
import type { Me, SignInAnswer } from '../../api/contract';
import { Refusal } from '../../api/refusal';
import { Emblem } from '../../ui/emblem';
import { useDocumentTitle } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { authOptionsQuery, goToProvider, sendCode, signIn, signInByPasskey } from './api';
import { DemoPeople } from './demo-people';
import { LanguageSwitch } from './language-switch';
import { PasskeyHint } from './passkey-hint';
import { passkeysHere } from '../../api/passkey';
import classes from './sign-in.module.css';

export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('identity');
  const [isCodeAsked, setCodeAsked] = useState(false);
  useDocumentTitle(t(isCodeAsked ? 'code.title' : 'signIn.title'));
  const options = useQuery(authOptionsQuery);
  const client = useQueryClient();
  const enter = (me: Me) => {
    forgetLeaving();
    client.clear();
    client.setQueryData(meKey, me);
    onSignedIn(me);
  };
  return (
    <main className={classes.ground}>
      <div className={classes.sheet} data-demo={options.data?.demo || undefined}>
        <div className={classes.entry}>
          <Group justify="space-between" wrap="nowrap">
            <Emblem size={52} />
            <LanguageSwitch />
          </Group>
          <Title order={1} mt="lg">{t(isCodeAsked ? 'code.title' : 'signIn.title')}</Title>
          <Text c="dimmed" mb="lg">{t(isCodeAsked ? 'code.lead' : 'signIn.lead')}</Text>
          {isCodeAsked ? <CodeForm onEnter={enter} onBack={() => setCodeAsked(false)} /> : (
            <Stack gap="md">
              <OtherWays provider={options.data?.oidc ?? null} onEnter={enter} />
              <PasswordForm onEnter={enter} onCode={() => setCodeAsked(true)} />
            </Stack>
          )}
        </div>
        {options.data?.demo === true && <DemoPeople people={options.data.people} onEnter={enter} />}
      </div>
    </main>
  );
}

/** Passkey first, then the provider; what stopped on the way back from it is told here. */
function OtherWays({ provider, onEnter }: { provider: string | null; onEnter: (me: Me) => void }) {
  const { t } = useTranslation('identity');
  const [params] = useSearchParams();
  const here = passkeysHere();
  const passkey = useMutation({ mutationFn: signInByPasskey, onSuccess: onEnter });
  const trip = useMutation({ mutationFn: () => goToProvider({}) });
  const refused = params.get('refused');
  const error = passkey.error ?? trip.error ?? (refused === null ? null : new Refusal(refused, {}, 0));
  return (
    <>
      <div>
        <Button fullWidth disabled={here !== 'yes'} loading={passkey.isPending} leftSection={<IconFingerprint size={22} aria-hidden />} onClick={() => passkey.mutate()} aria-describedby="passkey-hint">{t('signIn.passkey')}</Button>
        <PasskeyHint id="passkey-hint" text={t('signIn.passkeyHint')} />
      </div>
      {provider !== null && <Button variant="default" fullWidth loading={trip.isPending} leftSection={<IconId size={22} aria-hidden />} onClick={() => trip.mutate()}>{t('signIn.oidc', { name: provider })}</Button>}
      {isLeaving() && <Alert color="orange">{t('signIn.leaving')}</Alert>}
      <RefusalNote error={error} />
      <Divider label={<Text component="span" size="sm" c="dimmed">{t('signIn.or')}</Text>} />
    </>
  );
}

function PasswordForm({ onEnter, onCode }: { onEnter: (me: Me) => void; onCode: () => void }) {
  const { t } = useTranslation('identity');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const onAnswer = ({ me }: SignInAnswer) => (me === null ? onCode() : onEnter(me));
  const entry = useMutation({ mutationFn: signIn, onSuccess: onAnswer });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entry.mutate({ username: username.trim(), password });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput label={t('signIn.username')} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required withAsterisk={false}
          value={username} onChange={(event) => setUsername(event.currentTarget.value)} />
        <PasswordInput label={t('signIn.password')} name="password" autoComplete="current-password" required withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }} value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        {entry.isError && <RefusalNote error={entry.error} />}
        <Button type="submit" variant={passkeysHere() === 'yes' ? 'default' : 'filled'} loading={entry.isPending} fullWidth>{t('signIn.submit')}</Button>
      </Stack>
    </form>
  );
}

function CodeForm({ onEnter, onBack }: { onEnter: (me: Me) => void; onBack: () => void }) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const entry = useMutation({ mutationFn: sendCode, onSuccess: onEnter });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') entry.mutate(code.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput label={t('code.label')} name="code" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} autoFocus maxLength={40} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        {entry.isError && <RefusalNote error={entry.error} />}
        <Button type="submit" loading={entry.isPending} fullWidth>{t('code.submit')}</Button>
        <Button variant="subtle" color="gray" c="inherit" onClick={onBack}>{t('code.back')}</Button>
      </Stack>
    </form>
  );
}
