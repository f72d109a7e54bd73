import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Emblem } from '../../ui/emblem';
import { useNotify } from '../../ui/notify';
import { useDocumentTitle } from '../../ui/page';
import { Empty, RefusalNote } from '../../ui/states';
import { setPassword } from './api';
import classes from './sign-in.module.css';

const LEAST_LENGTH = 15;

export function SetPasswordPage({ token, onDone }: { token: string | null; onDone: () => void }) {
  const { t } = useTranslation('identity');
  useDocumentTitle(t('password.title'));
  return (
    <main className={classes.ground}>
      <div className={classes.sheet}>
        <div className={classes.entry}>
          <Emblem size={52} />
          <Title order={1} mt="lg">{t('password.title')}</Title>
          {token === null || token === '' ? <Empty title={t('password.noToken.title')}>{t('password.noToken.text')}</Empty> : <Form token={token} onDone={onDone} />}
        </div>
      </div>
    </main>
  );
}

function Form({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const { done } = useNotify();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isChecked, setChecked] = useState(false);
  const change = useMutation({ mutationFn: setPassword, onSuccess: () => { done(t('password.done')); onDone(); } });
  const isShort = first.length < LEAST_LENGTH;
  const isDifferent = first !== second;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isShort && !isDifferent) change.mutate({ token, password: first });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text c="dimmed">{t('password.lead')}</Text>
        <PasswordInput label={t('password.new')} autoComplete="new-password" value={first} onChange={(event) => setFirst(event.currentTarget.value)}
          error={isChecked && isShort ? t('password.short') : undefined} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }} />
        <PasswordInput label={t('password.repeat')} autoComplete="new-password" value={second} onChange={(event) => setSecond(event.currentTarget.value)}
          error={isChecked && isDifferent ? t('password.different') : undefined} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }} />
        {change.isError && <RefusalNote error={change.error} />}
        <Button type="submit" loading={change.isPending}>{t('password.submit')}</Button>
      </Stack>
    </form>
  );
}
