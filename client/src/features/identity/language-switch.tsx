import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../i18n/start';

const names = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Offers the other language in its own words. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'vi' : 'en';
  return <Button variant="subtle" color="gray" lang={other} onClick={() => void changeLanguage(other)}>{names[other]}</Button>;
}
