import { Button, Group, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/contract';
import { forgetDraft, keepDraft, readDraft } from '../api/drafts';
import { meKey } from '../api/query-client';

export interface Draft<T> {
  value: T;
  change: (value: T) => void;
  /** It was sent: nothing more is kept. */
  sent: () => void;
  /** Back to what it was before. */
  discard: () => void;
  /** It lies on this device and would be there after a reload. */
  isKept: boolean;
}

/**
 * What a person writes and has not sent: it survives a reload, a crash and signing in again. For secrets, codes and proofs never.
 * The component is keyed by the subject; `isOurs` judges what an older version may have left.
 */
export function useDraft<T>(subject: string, initial: T, isOurs: (value: unknown) => value is T): Draft<T> {
  const accountId = useQueryClient().getQueryData<Me>(meKey)?.id ?? '';
  const [before] = useState(initial);
  const [state, setState] = useState(() => {
    const kept = readDraft(accountId, subject);
    return isOurs(kept) ? { value: kept, isKept: true } : { value: initial, isKept: false };
  });
  const change = useCallback((value: T) => {
    const isChanged = JSON.stringify(value) !== JSON.stringify(before);
    if (!isChanged) forgetDraft(accountId, subject);
    setState({ value, isKept: isChanged && keepDraft(accountId, subject, value) });
  }, [accountId, subject, before]);
  const sent = useCallback(() => {
    forgetDraft(accountId, subject);
    setState(({ value }) => ({ value, isKept: false }));
  }, [accountId, subject]);
  const discard = useCallback(() => {
    forgetDraft(accountId, subject);
    setState({ value: before, isKept: false });
  }, [accountId, subject, before]);
  return { ...state, change, sent, discard };
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** For who learns that it was sent elsewhere than in the form. */
export function useForgetDraft(subject: string): () => void {
  const accountId = useQueryClient().getQueryData<Me>(meKey)?.id ?? '';
  return () => forgetDraft(accountId, subject);
}

/** Whether there is something unsent about this, so that its form opens by itself. */
export function useHasDraft(subject: string): boolean {
  const accountId = useQueryClient().getQueryData<Me>(meKey)?.id ?? '';
  const [has] = useState(() => readDraft(accountId, subject) !== undefined);
  return has;
}

/** Says that the words lie on this device, and lets them go. */
export function DraftNote({ draft }: { draft: Pick<Draft<unknown>, 'isKept' | 'discard'> }) {
  const { t } = useTranslation('ui');
  if (!draft.isKept) return null;
  return (
    <Group gap={4} justify="space-between" wrap="nowrap">
      <Group gap={6} wrap="nowrap" c="dimmed"><IconDeviceFloppy size={16} aria-hidden /><Text size="sm">{t('draft.kept')}</Text></Group>
      <Button variant="subtle" color="gray" size="sm" px="xs" flex="none" onClick={draft.discard}>{t('draft.discard')}</Button>
    </Group>
  );
}
