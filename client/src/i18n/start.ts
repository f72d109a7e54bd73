import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type ScreenLanguage = 'vi' | 'en';
const STORED = 'language';

type Group = 'index' | 'meeting' | 'preparing' | 'opinions' | 'administration' | 'journal' | 'notes' | 'security' | 'search' | 'offline' | 'libraries' | 'dossiers' | 'register' | 'opinionFigures' | 'notifications';
type Texts = () => Promise<{ default: ResourceLanguage }>;

/** Only the language on screen is fetched, and of it only what the screens that were opened say. */
const texts: Record<ScreenLanguage, Record<Group, Texts>> = {
  vi: { index: () => import('./vi/index'), meeting: () => import('./vi/meeting'), preparing: () => import('./vi/preparing'), opinions: () => import('./vi/opinions'), administration: () => import('./vi/administration'), journal: () => import('./vi/journal'), notes: () => import('./vi/notes'), security: () => import('./vi/security'), search: () => import('./vi/search'), offline: () => import('./vi/offline'), libraries: () => import('./vi/libraries'), dossiers: () => import('./vi/dossiers'), register: () => import('./vi/register'), opinionFigures: () => import('./vi/opinion-figures'), notifications: () => import('./vi/notifications') },
  en: { index: () => import('./en/index'), meeting: () => import('./en/meeting'), preparing: () => import('./en/preparing'), opinions: () => import('./en/opinions'), administration: () => import('./en/administration'), journal: () => import('./en/journal'), notes: () => import('./en/notes'), security: () => import('./en/security'), search: () => import('./en/search'), offline: () => import('./en/offline'), libraries: () => import('./en/libraries'), dossiers: () => import('./en/dossiers'), register: () => import('./en/register'), opinionFigures: () => import('./en/opinion-figures'), notifications: () => import('./en/notifications') },
};
const wanted = new Set<Group>(['index']);
/** The language asked for last: on screen, or while its words are fetched soon to be. */
let coming: ScreenLanguage = 'vi';

function isScreenLanguage(value: unknown): value is ScreenLanguage {
  return value === 'vi' || value === 'en';
}

async function load(language: ScreenLanguage): Promise<void> {
  const loaded = await Promise.all([...wanted].map((group) => texts[language][group]()));
  for (const { default: namespaces } of loaded) {
    for (const [namespace, resources] of Object.entries(namespaces)) i18next.addResourceBundle(language, namespace, resources);
  }
}

/** Fetches the words of a part of the product together with its screens. */
export async function withTexts<Module>(group: Group, module: Promise<Module>): Promise<Module> {
  wanted.add(group);
  // The one on screen, and the one that may be on its way: whoever changes the language meanwhile has not asked for this group.
  const languages = [...new Set<ScreenLanguage>([isScreenLanguage(i18next.language) ? i18next.language : 'vi', coming])];
  const [loaded] = await Promise.all([module, ...languages.map((language) => load(language))]);
  return loaded;
}

/** A text in a language that may not be the one on screen: what goes into a record is said in both. */
export async function textIn(language: ScreenLanguage, group: Group, key: string, values: Record<string, string | number>): Promise<string> {
  const { default: namespaces } = await texts[language][group]();
  for (const [namespace, resources] of Object.entries(namespaces)) i18next.addResourceBundle(language, namespace, resources);
  return i18next.getFixedT(language, group)(key, values);
}

export async function startLanguage(): Promise<void> {
  const stored = window.localStorage.getItem(STORED);
  const language = isScreenLanguage(stored) ? stored : 'vi';
  coming = language;
  await i18next.use(initReactI18next).init({
    lng: language, fallbackLng: false, resources: {}, defaultNS: 'shell', keySeparator: false, nsSeparator: ':',
    interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** @param isKept false where the choice is the page's and not the person's */
export async function changeLanguage(language: ScreenLanguage, isKept = true): Promise<void> {
  coming = language;
  if (i18next.language === language) return;
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  if (isKept) window.localStorage.setItem(STORED, language);
}
