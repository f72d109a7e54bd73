import { useTranslation } from 'react-i18next';

/** File sizes as people read them. */
export function useFileSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  // A number and its unit stay on one line.
  const sized = (amount: number, unit: string): string => `${format.format(amount)}\u00A0${unit}`;
  return (bytes) => (bytes < 1_000_000 ? sized(Math.max(1, Math.round(bytes / 1000)), 'kB') : bytes < 1_000_000_000 ? sized(bytes / 1_000_000, 'MB') : sized(bytes / 1_000_000_000, 'GB'));
}
