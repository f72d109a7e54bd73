import { Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { QueryView } from '../../../ui/states';
import { paperQuery } from '../api';
import type { OtherPaper } from './beside';
import classes from './beside.module.css';

interface ChooseDialogProps { paperId: string; versionId: string; title: string; others: readonly OtherPaper[]; onChoose: (other: OtherPaper) => void; onClose: () => void }

/** Which paper to lay beside: another version of this one, or another paper of the session. */
export default function ChooseDialog({ paperId, versionId, title, others, onChoose, onClose }: ChooseDialogProps) {
  const { t } = useTranslation('reading');
  const query = useQuery(paperQuery(paperId));
  const papers = others.filter((other) => other.paperId !== paperId);
  return (
    <Dialog title={t('beside.choose')} onClose={onClose}>
      <QueryView query={query} rows={2}>
        {(paper) => {
          const versions = paper.versions.filter(({ id }) => id !== versionId);
          return (
            <>
              {versions.length + papers.length === 0 && <Text>{t('beside.none')}</Text>}
              {versions.length > 0 && <List label={t('beside.versions')} entries={versions.map((version) => ({ paperId, title, version }))} nameOf={({ version }) => t('version', { number: version.number })} onChoose={onChoose} />}
              {papers.length > 0 && <List label={t('beside.papers')} entries={papers} nameOf={(other) => other.title} onChoose={onChoose} />}
            </>
          );
        }}
      </QueryView>
    </Dialog>
  );
}

function List({ label, entries, nameOf, onChoose }: { label: string; entries: readonly OtherPaper[]; nameOf: (other: OtherPaper) => string; onChoose: (other: OtherPaper) => void }) {
  return (
    <>
      <p className={classes.listTitle}>{label}</p>
      <ul className="plain-list" aria-label={label}>
        {entries.map((other) => <li key={other.version.id}><UnstyledButton className={classes.choice} onClick={() => onChoose(other)}>{nameOf(other)}</UnstyledButton></li>)}
      </ul>
    </>
  );
}
