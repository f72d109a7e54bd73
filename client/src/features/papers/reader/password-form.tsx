import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

export function PasswordForm({ isWrong, onAnswer }: { isWrong: boolean; onAnswer: (password: string) => void }) {
  const { t } = useTranslation('papers');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer(password);
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={400} gap="sm">
        <IconLock size={36} stroke={1.4} aria-hidden />
        <Title order={2} size="h3">{t('reader.password.title')}</Title>
        <Text>{t('reader.password.text')}</Text>
        <PasswordInput label={t('reader.password.label')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={isWrong ? t('reader.password.wrong') : undefined} autoComplete="off" autoFocus />
        <Button type="submit">{t('reader.password.open')}</Button>
      </Stack>
    </form>
  );
}
