import { Button, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** A file to take away that proves what is shown. */
export function ExportLink({ href }: { href: string }) {
  const { t } = useTranslation('ui');
  return (
    <div>
      <Button component="a" href={href} download variant="default" mt="sm" leftSection={<IconShieldCheck size={18} aria-hidden />}>{t('export')}</Button>
      <Text size="sm" c="dimmed" mt={4}>{t('export.hint')}</Text>
    </div>
  );
}
