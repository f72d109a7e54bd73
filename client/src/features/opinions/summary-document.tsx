import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** What the request came to, as an official document in the language of the screen. */
export function SummaryDocument({ requestId }: { requestId: string }) {
  const { t, i18n } = useTranslation('opinions');
  return <Button component="a" href={`/api/opinion-requests/${requestId}/summary-document?language=${i18n.language}`} download variant="default" mt="sm" mr="sm" leftSection={<IconFileText size={18} aria-hidden />}>{t('summaryDocument')}</Button>;
}
