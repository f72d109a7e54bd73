import { Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meKey } from '../../api/query-client';
import type { Me } from '../../api/contract';
import { Emblem } from '../../ui/emblem';
import { useDocumentTitle } from '../../ui/page';
import { RefusalNote } from '../../ui/states';
import { authOptionsQuery, signIn } from './api';
import { DemoPeople } from './demo-people';
import { LanguageSwitch } from './language-switch';
import classes from './sign-in.module.css';

export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('identity');
  useDocumentTitle(t('signIn.title'));
  const options = useQuery(authOptionsQuery);
  const client = useQueryClient();
  const enter = (me: Me) => {
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
          <Title order={1} mt="lg">{t('signIn.title')}</Title>
          <Text c="dimmed" mb="lg">{t('signIn.lead')}</Text>
          <PasswordForm onEnter={enter} />
        </div>
        {options.data?.demo === true && <DemoPeople people={options.data.people} onEnter={enter} />}
      </div>
    </main>
  );
}

function PasswordForm({ onEnter }: { onEnter: (me: Me) => void }) {
  const { t } = useTranslation('identity');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const entry = useMutation({ mutationFn: signIn, onSuccess: onEnter });
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
        <Button type="submit" loading={entry.isPending} fullWidth>{t('signIn.submit')}</Button>
      </Stack>
    </form>
  );
}
