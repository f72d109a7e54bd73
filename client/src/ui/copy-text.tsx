import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function CopyText({ value, label }: { value: string; label?: string }) {
  const { t } = useTranslation('ui');
  return (
    <CopyButton value={value} timeout={2500}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy} leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}>
          <span aria-live="polite">{copied ? t('copied') : label ?? t('copy')}</span>
        </Button>
      )}
    </CopyButton>
  );
}
