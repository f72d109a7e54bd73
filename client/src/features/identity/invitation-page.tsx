import { Alert, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFingerprint, IconId } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invited, Me } from '../../api/contract';
import { forgetLeaving } from '../../api/leaving';
import { meKey } from '../../api/query-client';
import { Emblem } from '../../ui/emblem';
import { useLocalised } from '../../ui/localised';
import { useNotify } from '../../ui/notify';
import { useDocumentTitle } from '../../ui/page';
import { Empty, QueryView, RefusalNote } from '../../ui/states';
import { authOptionsQuery, enrolByLink, goToProvider, invitedQuery, setPassword } from './api';
import { passkeysHere } from '../../api/passkey';
import { PasskeyHint } from './passkey-hint';
import classes from './sign-in.module.css';

const LEAST_LENGTH = 15;

interface InvitationProps { token: string; onPasswordSet: () => void; onSignedIn: () => void }

/** What a one-time link opens: the person chooses how to sign in from now on. */
export function InvitationPage(props: InvitationProps) {
  const { t } = useTranslation('identity');
  useDocumentTitle(t('invited.title'));
  return (
    <main className={classes.ground}>
      <div className={classes.sheet}>
        <div className={classes.entry}>
          <Emblem size={52} />
          <Title order={1} mt="lg">{t('invited.title')}</Title>
          {props.token === '' ? <Empty title={t('password.noToken.title')}>{t('password.noToken.text')}</Empty> : <Opened {...props} />}
        </div>
      </div>
    </main>
  );
}

function Opened(props: InvitationProps) {
  const invited = useQuery(invitedQuery(props.token));
  return <QueryView query={invited}>{(person) => <Choice {...props} invited={person} />}</QueryView>;
}

function Choice({ token, invited, onPasswordSet, onSignedIn }: InvitationProps & { invited: Invited }) {
  const { t } = useTranslation('identity');
  const localised = useLocalised();
  const client = useQueryClient();
  const { data: options } = useQuery(authOptionsQuery);
  const here = passkeysHere();
  const enter = (me: Me) => {
    forgetLeaving();
    client.clear();
    client.setQueryData(meKey, me);
    onSignedIn();
  };
  const passkey = useMutation({ mutationFn: enrolByLink, onSuccess: enter });
  const trip = useMutation({ mutationFn: goToProvider });
  return (
    <Stack gap="lg">
      <div>
        <Text size="lg" fw={600}>{t('invited.hello', { name: localised(invited.name, invited.nameEn) })}</Text>
        <Text c="dimmed">{t('invited.username', { username: invited.username })}</Text>
        <Text c="dimmed" mt="xs">{t('invited.lead')}</Text>
      </div>
      {invited.kind === 'recovery' && <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>{t('invited.recovery')}</Alert>}
      <section>
        <Title order={2} size="h3">{t('invited.passkey')}</Title>
        <PasskeyHint text={t('invited.passkeyText')} />
        <Button fullWidth mt="sm" disabled={here !== 'yes'} loading={passkey.isPending} leftSection={<IconFingerprint size={22} aria-hidden />} onClick={() => passkey.mutate({ token, name: t('invited.passkeyName') })}>{t('invited.passkey')}</Button>
        <RefusalNote error={passkey.error} />
      </section>
      {typeof options?.oidc === 'string' && (
        <section>
          <Title order={2} size="h3">{t('invited.oidc', { name: options.oidc })}</Title>
          <Text c="dimmed" mb="sm">{t('invited.oidcText')}</Text>
          <Button variant="default" fullWidth loading={trip.isPending} leftSection={<IconId size={22} aria-hidden />} onClick={() => trip.mutate({ token })}>{t('invited.oidc', { name: options.oidc })}</Button>
          <RefusalNote error={trip.error} />
        </section>
      )}
      <section>
        <Title order={2} size="h3">{t('invited.password')}</Title>
        <Text c="dimmed" mb="sm">{t('invited.passwordText')}</Text>
        <PasswordForm token={token} onDone={onPasswordSet} />
      </section>
    </Stack>
  );
}

function PasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const { done } = useNotify();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isChecked, setChecked] = useState(false);
  const change = useMutation({ mutationFn: setPassword, onSuccess: () => { done(t('password.done')); onDone(); } });
  const isShort = [...first].length < LEAST_LENGTH;
  const isDifferent = first !== second;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isShort && !isDifferent) change.mutate({ token, password: first });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <PasswordInput label={t('password.new')} autoComplete="new-password" value={first} onChange={(event) => setFirst(event.currentTarget.value)}
          error={isChecked && isShort ? t('password.short') : undefined} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }} />
        <PasswordInput label={t('password.repeat')} autoComplete="new-password" value={second} onChange={(event) => setSecond(event.currentTarget.value)}
          error={isChecked && isDifferent ? t('password.different') : undefined} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }} />
        {change.isError && <RefusalNote error={change.error} />}
        <Button type="submit" variant="default" loading={change.isPending}>{t('password.submit')}</Button>
      </Stack>
    </form>
  );
}
