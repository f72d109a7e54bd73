import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../ui/refusal-text';

const REASONS = ['noRoom', 'noStore', 'broken'];

/** Why a paper is not here: the device's own reasons, or the server's. Nothing is half kept in any of them. */
export function useKeepingText(): (error: unknown) => string {
  const { t } = useTranslation('offline');
  const textOf = useRefusalText();
  return useCallback((error) => {
    const reason = typeof error === 'object' && error !== null && 'reason' in error ? String(error.reason) : '';
    return REASONS.includes(reason) ? t(`failed.${reason}`) : textOf(error);
  }, [t, textOf]);
}
