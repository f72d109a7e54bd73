import { useTranslation } from 'react-i18next';

/** File sizes as people read them. */
export function useFileSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (bytes) => (bytes < 1_000_000 ? `${format.format(Math.max(1, Math.round(bytes / 1000)))} kB` : `${format.format(bytes / 1_000_000)} MB`);
}
