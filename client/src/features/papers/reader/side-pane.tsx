import { SegmentedControl } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../api/lazy-part';
import type { ChangesPaneProps } from '../changes/changes-pane';
import type { NotesPaneProps } from '../notes/notes-pane';
import type { PDFDocumentProxy } from './engine';
import { Outline } from './outline';
import { Thumbnails } from './thumbnails';
import classes from './reader.module.css';

const NotesPane = lazyPart(async () => ({ default: (await import('../notes/notes-pane')).NotesPane }));

const ChangesPane = lazyPart(() => import('../changes/changes-pane'));

export type SideTab = 'thumbs' | 'outline' | 'notes' | 'changes';
/** The changes have a button of their own: there is not always an older version. */
const tabs = ['thumbs', 'outline', 'notes'] as const;

interface SidePaneProps { document: PDFDocumentProxy; current: number; shown: SideTab; onShow: (tab: SideTab) => void; onPage: (page: number) => void; notes: NotesPaneProps; changes: ChangesPaneProps }

export function SidePane({ document, current, shown, onShow, onPage, notes, changes }: SidePaneProps) {
  const { t } = useTranslation('papers');
  return (
    <div className={classes.side} data-notes={shown === 'notes' || shown === 'changes' || undefined}>
      {shown !== 'changes' && <SegmentedControl m={8} size="md" aria-label={t('reader.side')} value={shown} onChange={(value) => onShow(tabs.find((tab) => tab === value) ?? 'thumbs')} data={tabs.map((value) => ({ value, label: t(`reader.${value}`) }))} />}
      {shown === 'thumbs' && <Thumbnails document={document} current={current} onPage={onPage} />}
      {shown === 'outline' && <Outline document={document} onPage={onPage} />}
      {shown === 'notes' && <Suspense><NotesPane {...notes} /></Suspense>}
      {shown === 'changes' && <Suspense><ChangesPane {...changes} /></Suspense>}
    </div>
  );
}
