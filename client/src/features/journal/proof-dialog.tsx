import { Alert, Code, Stack, Text } from '@mantine/core';
import { IconAlertOctagon, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JournalEntry, JournalProof } from '../../api/contract';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import { QueryView } from '../../ui/states';
import { proofQuery } from './api';
import classes from './journal.module.css';

/** The row, its path to the signed root, and whether this browser finds the same root. */
export function ProofDialog({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { t } = useTranslation('journal');
  const query = useQuery(proofQuery(entry.seq));
  return <Dialog title={t('proof.title', { seq: entry.seq })} onClose={onClose}><QueryView query={query} rows={3}>{(proof) => <Proof proof={proof} />}</QueryView></Dialog>;
}

function Proof({ proof }: { proof: JournalProof }) {
  const { t } = useTranslation('journal');
  const checked = useQuery({
    queryKey: ['journal-row-check', proof.seq, proof.root], staleTime: Infinity,
    queryFn: async () => (await import('./inclusion')).isIncluded(proof),
  });
  return (
    <Stack gap="sm">
      {checked.data === true && <Alert color="teal" icon={<IconShieldCheck aria-hidden />} data-testid="proof-right">{t('proof.right', { seq: proof.seq, size: proof.size })}</Alert>}
      {checked.data === false && <Alert color="red" role="alert" icon={<IconAlertOctagon aria-hidden />}>{t('proof.wrong')}</Alert>}
      <Text size="sm" fw={600}>{t('proof.content')}</Text>
      <Code block className={classes.code ?? ''}>{proof.content}</Code>
      <Text size="sm" fw={600}>{t('proof.note')}</Text>
      <Code block className={classes.code ?? ''}>{proof.note}</Code>
      <details className={classes.details}>
        <summary>{t('proof.path', { count: proof.path.length })}</summary>
        <Code block className={classes.code ?? ''}>{[proof.leafHash, ...proof.path, proof.root].join('\n')}</Code>
      </details>
      <div><CopyText value={JSON.stringify(proof, null, 2)} label={t('proof.copy')} /></div>
    </Stack>
  );
}
