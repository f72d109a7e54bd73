import { Button } from '@mantine/core';
import { IconTableDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Cell, toCsv } from './csv';
import { saveFile } from './save-file';

/** A table to take away: what is on screen, in the words of the screen. */
export function CsvButton({ name, label, rows }: { name: string; label: string; rows: () => readonly (readonly Cell[])[] }) {
  const { t } = useTranslation('ui');
  const save = () => saveFile(new Blob([toCsv(rows())], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
  return <Button variant="default" size="sm" aria-label={t('csv.of', { table: label })} leftSection={<IconTableDown size={18} aria-hidden />} onClick={save}>CSV</Button>;
}
