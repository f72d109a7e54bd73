import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Picks the English twin of bilingual content when the screen is English and there is one. */
export function useLocalised(): (vi: string, en: string | null | undefined) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  return useCallback((vi, en) => (english && en ? en : vi), [english]);
}
