import { ActionIcon, Anchor, Button, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageChange, VersionChanges } from '../../../api/contract';
import { Choose } from '../../../ui/choose';
import { QueryView } from '../../../ui/states';
import { paperQuery } from '../api';
import { changeIcons, ChangeText } from './change-text';
import { useChangeCounts } from './counts';
import type { Changes } from './use-changes';
import classes from './changes.module.css';

export interface ChangesPaneProps { changes: Changes; versionId: string; onOlder: ((versionId: string, page: number) => void) | null }

/** What changed since an older version, by page: to read, and to go to each place. */
export default function ChangesPane({ changes, versionId, onOlder }: ChangesPaneProps) {
  const { t } = useTranslation('reading');
  if (changes.query === null) return null;
  return (
    <div className={classes.pane} role="region" aria-label={t('changes.pane')}>
      <SinceChoice changes={changes} versionId={versionId} />
      <QueryView query={changes.query} rows={4}>{(answer) => <Found answer={answer} changes={changes} onOlder={onOlder} />}</QueryView>
    </div>
  );
}

/** With which of the older versions; there is nothing to choose between two. */
function SinceChoice({ changes, versionId }: { changes: Changes; versionId: string }) {
  const { t } = useTranslation('reading');
  const { data: paper } = useQuery(paperQuery(changes.paperId));
  const own = paper?.versions.find(({ id }) => id === versionId);
  const older = paper?.versions.filter(({ number }) => own !== undefined && number < own.number) ?? [];
  if (older.length < 2) return null;
  return <Choose label={t('changes.since')} value={changes.since ?? changes.query?.data?.olderId ?? null} data={older.map(({ id, number }) => ({ value: id, label: t('version', { number }) }))} onChange={changes.setSince} />;
}

const SHOWN = 100;

function Found({ answer, changes, onOlder }: { answer: VersionChanges } & Pick<ChangesPaneProps, 'changes' | 'onOlder'>) {
  const { t } = useTranslation('reading');
  const counts = useChangeCounts();
  const { chosen, step, choose } = changes;
  const [most, setMost] = useState(SHOWN);
  if (answer.state !== 'ready') return <Text size="sm" p={4} role="status">{t(`changes.state.${answer.state}`)}</Text>;
  const all = answer.changes;
  if (all.length === 0) return <Text size="sm" p={4}>{t('changes.none', { number: answer.olderNumber })}</Text>;
  const shown = all.slice(0, Math.max(most, (chosen?.index ?? 0) + 1));
  return (
    <>
      <div className={classes.head}>
        <div>
          <Text fw={600}>{counts.total(answer)}</Text>
          <Text size="sm" c="dimmed">{t('changes.against', { number: answer.olderNumber, kinds: counts.kinds(answer) })}</Text>
        </div>
        <div className={classes.steps}>
          <ActionIcon aria-label={t('changes.previous')} title={t('changes.previous')} onClick={() => step(-1)}><IconChevronUp size={22} aria-hidden /></ActionIcon>
          <ActionIcon aria-label={t('changes.next')} title={t('changes.next')} onClick={() => step(1)}><IconChevronDown size={22} aria-hidden /></ActionIcon>
        </div>
      </div>
      {!answer.isWhole && <Text size="sm" c="dimmed" p={4}>{t('changes.notWhole')}</Text>}
      {byPage(shown).map(([page, entries]) => (
        <div key={page}>
          <p className={classes.page}>{t('page', { page })}</p>
          <ul className="plain-list" aria-label={t('page', { page })}>{entries.map(({ change, index }) => <Entry key={index} change={change} isChosen={index === chosen?.index} answer={answer} onChoose={() => choose(index)} onOlder={onOlder} />)}</ul>
        </div>
      ))}
      {all.length > shown.length && <Button variant="subtle" fullWidth onClick={() => setMost(shown.length + SHOWN)}>{t('changes.more', { count: all.length - shown.length })}</Button>}
    </>
  );
}

function byPage(changes: readonly PageChange[]): [number, { change: PageChange; index: number }[]][] {
  const pages = new Map<number, { change: PageChange; index: number }[]>();
  changes.forEach((change, index) => pages.set(change.newerPage, [...(pages.get(change.newerPage) ?? []), { change, index }]));
  return [...pages];
}

interface EntryProps { change: PageChange; isChosen: boolean; answer: VersionChanges; onChoose: () => void; onOlder: ChangesPaneProps['onOlder'] }

function Entry({ change, isChosen, answer, onChoose, onOlder }: EntryProps) {
  const { t } = useTranslation('reading');
  const { olderId } = answer;
  const Icon = changeIcons[change.kind];
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => { if (isChosen) entry.current?.scrollIntoView({ block: 'nearest' }); }, [isChosen]);
  return (
    <li ref={entry} className={classes.entry} data-chosen={isChosen || undefined}>
      <UnstyledButton className={classes.entryButton} aria-current={isChosen || undefined} onClick={onChoose}>
        <span className={classes.kind}><Icon size={18} aria-hidden />{t(`changes.kind.${change.kind}`)}</span>
        <ChangeText change={change} />
      </UnstyledButton>
      {olderId !== null && onOlder !== null && <Anchor component="button" type="button" className={classes.older ?? ''} onClick={() => { onChoose(); onOlder(olderId, change.olderPage); }}>{t(change.kind === 'moved' ? 'changes.movedFrom' : 'changes.older', { number: answer.olderNumber, page: change.olderPage })}</Anchor>}
    </li>
  );
}
