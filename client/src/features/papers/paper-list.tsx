import { Text, UnstyledButton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { PaperBrief } from '../../api/contract';
import { withTexts } from '../../i18n/start';
import { useFileSize } from '../../ui/size';
import { PaperBadges } from './paper-badges';
import classes from './papers.module.css';

const ChangedLine = lazyPart(() => withTexts('notes', import('./changes/changed-line')));
const PaperMenu = lazyPart(() => import('./paper-menu'));

interface PaperListProps { papers: PaperBrief[]; shownId: string | null; onOpen: (paperId: string) => void;
  /** Opens the paper at its first change since it was opened before. */
  onChanges: (paperId: string) => void; onChanged: () => void }

export function PaperList({ papers, shownId, onOpen, onChanges, onChanged }: PaperListProps) {
  const { t } = useTranslation('papers');
  return (
    <ul className="plain-list" aria-label={t('title')}>
      {[...papers].sort((a, b) => a.order - b.order).map((paper) => (
        <li key={paper.id} className={classes.row}>
          <PaperEntry paper={paper} isShown={paper.id === shownId} onOpen={() => onOpen(paper.id)} />
          {Object.values(paper.can).some(Boolean) && <Suspense><PaperMenu paper={paper} onChanged={onChanged} /></Suspense>}
          {paper.readState === 'replaced' && <div className={classes.changed}><Suspense><ChangedLine versionId={paper.current.id} to={() => onChanges(paper.id)} /></Suspense></div>}
        </li>
      ))}
    </ul>
  );
}

function PaperEntry({ paper, isShown, onOpen }: { paper: PaperBrief; isShown: boolean; onOpen: () => void }) {
  const { t } = useTranslation('papers');
  const sizeOf = useFileSize();
  const { current } = paper;
  const isUnread = paper.readState === 'unread' && paper.state === 'released';
  return (
    <UnstyledButton className={classes.open} onClick={onOpen} aria-current={isShown || undefined}>
      <IconFileText size={22} stroke={1.5} aria-hidden style={{ flex: 'none' }} />
      <span>
        <Text component="span" fw={isUnread ? 600 : 400}>{paper.title}</Text>
        <span className={classes.details}>
          <span>{[current.pages > 0 ? t('pages', { count: current.pages }) : '', sizeOf(current.size), paper.versionCount > 1 ? t('version', { number: current.number }) : '', isUnread ? t('badge.unread') : ''].filter((part) => part !== '').join(' · ')}</span>
          <PaperBadges paper={paper} />
        </span>
        {current.note !== null && <Text component="span" display="block" size="sm" c="dimmed">{current.note}</Text>}
      </span>
    </UnstyledButton>
  );
}
