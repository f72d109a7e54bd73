import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

function CrashNote() {
  const { t } = useTranslation('shell');
  return (
    <Center mih="60vh" p="lg" role="alert">
      <Stack align="center" maw={460} ta="center">
        <Title order={1} size="h2">{t('crash.title')}</Title>
        <Text c="dimmed">{t('crash.text')}</Text>
        <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
      </Stack>
    </Center>
  );
}

/** The last net: a screen that throws says so in words, and nothing else on the page is lost. */
export class Crash extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <CrashNote /> : this.props.children;
  }
}
