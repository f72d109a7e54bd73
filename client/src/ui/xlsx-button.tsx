import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Cell } from './csv';
import { saveFile } from './save-file';
import { RefusalNote } from './states';

/** One sheet of a workbook: its first row says what stands below. */
export interface XlsxSheet { name: string; rows: readonly (readonly Cell[])[] }

/** Sheet names of a workbook: at most 31 letters, without these signs. (ECMA-376, 18.2.19) */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** All tables of a screen in one workbook, in the words of the screen. What makes it is fetched when it is wanted. */
export function XlsxButton({ name, sheets }: { name: string; sheets: () => readonly XlsxSheet[] }) {
  const { t } = useTranslation('ui');
  const save = useMutation({
    mutationFn: async () => {
      const { default: write } = await import('write-excel-file/browser');
      const data = sheets().map(({ name: sheet, rows: [head = [], ...rows] }) => ({
        sheet: sheetName(sheet), stickyRowsCount: 1, columns: head.map((cell, index) => ({ width: Math.min(60, Math.max(10, ...[cell, ...rows.map((row) => row[index])].map((each) => String(each ?? '').length + 2))) })),
        data: [head.map((value) => ({ value: String(value ?? ''), fontWeight: 'bold' as const, wrap: true })), ...rows.map((row) => row.map((value) => (value === null ? null : { value })))],
      }));
      saveFile(await write(data).toBlob(), `${name}.xlsx`);
    },
  });
  return (
    <>
      <Button variant="default" size="sm" leftSection={<IconFileSpreadsheet size={18} aria-hidden />} loading={save.isPending} onClick={() => save.mutate()}>{t('xlsx')}</Button>
      {save.isError && <RefusalNote error={save.error} />}
    </>
  );
}
