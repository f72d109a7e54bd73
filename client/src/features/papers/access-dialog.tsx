import { Group, Table, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessLog, PaperBrief } from '../../api/contract';
import { CsvButton } from '../../ui/csv-button';
import { Dialog } from '../../ui/dialog';
import { useLocalised } from '../../ui/localised';
import { QueryView } from '../../ui/states';
import { useTimes } from '../../ui/time';
import { accessQuery } from './api';
import classes from './papers.module.css';

/** Who opened a paper and who took copies of it; a copy that turns up is found by the code on its pages. */
export default function AccessDialog({ paper, onClose }: { paper: PaperBrief; onClose: () => void }) {
  const { t } = useTranslation('papers');
  const query = useQuery(accessQuery(paper.id));
  return <Dialog size="lg" title={t('access.title', { title: paper.title })} onClose={onClose}><QueryView query={query} rows={4}>{(log) => <Log log={log} />}</QueryView></Dialog>;
}

function Log({ log: { entries, total } }: { log: AccessLog }) {
  const { t } = useTranslation('papers');
  const localised = useLocalised();
  const { dateTime } = useTimes();
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const rows = entries.map((entry) => ({ ...entry, key: `${entry.at} ${entry.name} ${entry.kind} ${entry.code ?? ''}`, cells: [dateTime(entry.at), localised(entry.name, entry.nameEn), t(`access.${entry.kind}`), t('version', { number: entry.version }), entry.code ?? ''] }));
  const shown = rows.filter(({ cells }) => wanted === '' || cells.some((cell) => cell.toLocaleLowerCase().includes(wanted)));
  const heads = ['at', 'who', 'what', 'version', 'code'].map((name) => t(`access.col.${name}`));
  if (entries.length === 0) return <Text>{t('access.none')}</Text>;
  return (
    <>
      <Group justify="space-between" align="flex-end" mb="sm">
        <TextInput flex="1 1 220px" label={t('access.find')} leftSection={<IconSearch size={18} aria-hidden />} value={words} onChange={(event) => setWords(event.currentTarget.value)} data-autofocus />
        <CsvButton name="nhat-ky-truy-cap" label={t('access.table')} rows={() => [heads, ...shown.map(({ cells }) => cells)]} />
      </Group>
      {total > entries.length && <Text size="sm" c="dimmed">{t('access.more', { shown: entries.length, total })}</Text>}
      <Table className={classes.log ?? ''} aria-label={t('access.table')}>
        <Table.Thead><Table.Tr>{heads.map((head) => <Table.Th key={head} scope="col">{head}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>{shown.map(({ key, cells }) => <Table.Tr key={key}>{cells.map((cell, index) => <Table.Td key={heads[index]} data-label={heads[index]}>{cell}</Table.Td>)}</Table.Tr>)}</Table.Tbody>
      </Table>
    </>
  );
}
