import { Alert, Badge, Button, FileButton, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ImportPreview, ImportRow } from '../../api/contract';
import { Refusal } from '../../api/refusal';
import { Page, Sheet } from '../../ui/page';
import { useRefusalText } from '../../ui/refusal-text';
import { Loading, RefusalNote } from '../../ui/states';
import { importMembers, previewImport } from './api';
import { bodiesKey, seatsKey } from './keys';
import { useSave } from './use-save';
import classes from './bodies.module.css';

const colors: Record<ImportRow['act'], string> = { create: 'teal', update: 'indigo', unchanged: 'gray', vacant: 'gray', error: 'orange' };

/** Members from a CSV file: looked at row by row before anything changes. */
export function ImportPage({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation(['bodies', 'ui']);
  const [name, setName] = useState('');
  const preview = useMutation({
    mutationFn: async (file: File) => {
      const csv = await file.text();
      return { csv, ...(await previewImport(bodyId, csv)) };
    },
  });
  const choose = (file: File | null) => {
    if (!file) return;
    setName(file.name);
    preview.mutate(file);
  };
  return (
    <Page title={t('import.title')} lead={t('import.text')} actions={<Button variant="default" component={Link} to={`/administration/bodies/${bodyId}`}>{t('ui:back')}</Button>}>
      <Group mb="lg">
        <FileButton accept=".csv,text/csv" onChange={choose}>{(props) => <Button {...props} variant={preview.data ? 'default' : 'filled'} leftSection={<IconUpload size={18} aria-hidden />}>{t('import.choose')}</Button>}</FileButton>
        <Text role="status">{preview.isPending && t('import.reading', { name })}</Text>
      </Group>
      {preview.isPending && <Loading />}
      {preview.isError && <RefusalNote error={preview.error} />}
      {preview.data && <Preview bodyId={bodyId} name={name} preview={preview.data} csv={preview.data.csv} />}
    </Page>
  );
}

function Preview({ bodyId, name, preview, csv }: { bodyId: string; name: string; preview: ImportPreview; csv: string }) {
  const { t } = useTranslation('bodies');
  const navigate = useNavigate();
  const textOf = useRefusalText();
  const save = useSave(() => importMembers(bodyId, csv, preview.digest), [seatsKey(bodyId), bodiesKey], () => void navigate(`/administration/bodies/${bodyId}`), (answer) => t('import.done', { ...answer }));
  const wrong = preview.rows.filter(({ act }) => act === 'error').length;
  return (
    <Sheet title={t('import.preview', { name })} actions={preview.ok && <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>{t('import.submit', { count: preview.rows.length })}</Button>}>
      {wrong > 0 && <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} mb="md" role="alert">{t('import.hasErrors', { count: wrong })}</Alert>}
      {save.isError && <RefusalNote error={save.error} />}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('import.preview', { name })}>
        <Table miw={620}>
          <Table.Thead><Table.Tr><Table.Th>{t('import.line')}</Table.Th><Table.Th>{t('seats.member')}</Table.Th><Table.Th>{t('seats.office')}</Table.Th><Table.Th>{t('import.act')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {preview.rows.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Td>{row.line}</Table.Td><Table.Td>{row.name}</Table.Td><Table.Td>{row.title}</Table.Td>
                <Table.Td><Badge color={colors[row.act]}>{t(`import.act.${row.act}`)}</Badge>{row.errors.map(({ code, params }) => <Text key={code} size="sm">{textOf(new Refusal(code, params, 422))}</Text>)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Sheet>
  );
}
