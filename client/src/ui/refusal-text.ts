import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { asRefusal } from '../api/refusal';
import { useTimes } from './time';

/** The words for a refusal: what happened, what was kept, what to do next. */
export function useRefusalText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  const { lasting } = useTimes();
  return useCallback((error) => {
    const refusal = asRefusal(error);
    const seconds = Number(refusal.params['retryAfterSeconds'] ?? 0);
    const params = { ...refusal.params, fields: fieldsOf(refusal.params['fields']), wait: lasting(seconds) };
    const text = i18n.exists(`errors:${refusal.code}`) ? t(refusal.code, params) : t('unknown', params);
    return refusal.requestId !== null && refusal.code === 'internal' ? `${text} (${refusal.requestId})` : text;
  }, [t, i18n, lasting]);
}

/** The server names fields as `field:rule`; people are told the fields. */
function fieldsOf(fields: unknown): string {
  if (!Array.isArray(fields)) return typeof fields === 'string' ? fields : '';
  return [...new Set(fields.map((field) => String(field).split(':')[0]))].join(', ');
}
