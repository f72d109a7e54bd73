import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('ui');
  useEffect(() => {
    document.title = title === '' ? t('product') : `${title} · ${t('product')}`;
  }, [title, t]);
}

interface PageProps { title: string; lead?: ReactNode; actions?: ReactNode; narrow?: boolean; children: ReactNode }

/** A page with its one heading, what it is about, and what can be done on it. */
export function Page({ title, lead, actions, narrow = false, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <Box className={classes.page} data-narrow={narrow || undefined}>
      <Group justify="space-between" align="flex-start" gap="md" mb="lg">
        <div className={classes.heading}>
          <Title order={1}>{title}</Title>
          {lead !== undefined && <Text component="div" c="dimmed" mt={4}>{lead}</Text>}
        </div>
        {actions !== undefined && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}

/** A sheet of paper on the ground: groups what belongs together. */
export function Sheet({ title, actions, children, label }: { title?: string; actions?: ReactNode; children: ReactNode; label?: string }) {
  return (
    <section className={classes.sheet} aria-label={label ?? title}>
      {title !== undefined && (
        <Group justify="space-between" mb="sm" gap="sm">
          <Title order={2} size="h3">{title}</Title>
          {actions}
        </Group>
      )}
      {children}
    </section>
  );
}
