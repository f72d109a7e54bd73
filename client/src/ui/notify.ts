import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from './refusal-text';

export interface Notify { done: (text: string) => void; refused: (error: unknown) => void }

/** Short news at the edge of the screen, read out by screen readers. */
export function useNotify(): Notify {
  const { t } = useTranslation('ui');
  const textOf = useRefusalText();
  const close = t('close');
  const done = useCallback((text: string) => {
    notifications.show({ message: text, color: 'teal', autoClose: 4_000, closeButtonProps: { 'aria-label': close } });
  }, [close]);
  const refused = useCallback((error: unknown) => {
    notifications.show({ message: textOf(error), color: 'red', autoClose: 12_000, closeButtonProps: { 'aria-label': close }, role: 'alert' });
  }, [textOf, close]);
  return { done, refused };
}
