import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type ScreenLanguage = 'vi' | 'en';
const STORED = 'language';

/** Each language is one chunk; only the one on screen is fetched. */
const texts: Record<ScreenLanguage, () => Promise<{ default: ResourceLanguage }>> = {
  vi: () => import('./vi/index'),
  en: () => import('./en/index'),
};

function isScreenLanguage(value: unknown): value is ScreenLanguage {
  return value === 'vi' || value === 'en';
}

async function load(language: ScreenLanguage): Promise<void> {
  if (i18next.hasResourceBundle(language, 'shell')) return;
  const { default: namespaces } = await texts[language]();
  for (const [namespace, resources] of Object.entries(namespaces)) i18next.addResourceBundle(language, namespace, resources);
}

export async function startLanguage(): Promise<void> {
  const stored = window.localStorage.getItem(STORED);
  const language = isScreenLanguage(stored) ? stored : 'vi';
  await i18next.use(initReactI18next).init({
    lng: language, fallbackLng: false, resources: {}, defaultNS: 'shell', keySeparator: false, nsSeparator: ':',
    interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function changeLanguage(language: ScreenLanguage): Promise<void> {
  if (i18next.language === language) return;
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  window.localStorage.setItem(STORED, language);
}
