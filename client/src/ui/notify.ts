import { useMemo } from 'react';
import { useRefusalText } from './refusal-text';
import { showToast } from './toasts';

export interface Notify { done: (text: string) => void; refused: (error: unknown) => void }

/** Short news at the edge of the screen, read out by screen readers. */
export function useNotify(): Notify {
  const textOf = useRefusalText();
  return useMemo(() => ({ done: (text) => showToast(text, false), refused: (error) => showToast(textOf(error), true) }), [textOf]);
}
