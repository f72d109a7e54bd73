import { ActionIcon } from '@mantine/core';
import { IconFileOff, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, PaperBrief } from '../../api/contract';
import { Empty, Loading } from '../../ui/states';
import type { Panes } from './use-panes';
import classes from './session-page.module.css';
import { Choose } from '../../ui/choose';

const Reader = lazy(() => import('../../features/papers/reader/reader'));

interface ReaderPaneProps {
  item: AgendaItem | null; paper: PaperBrief | null; page: number | null; panes: Panes;
  onPaper: (paperId: string) => void; onPage: (page: number) => void; onComment: ((page: number) => void) | null;
}

export function ReaderPane({ item, paper, page, panes, onPaper, onPage, onComment }: ReaderPaneProps) {
  const { t } = useTranslation('sessionPage');
  return (
    <section className={classes.readerPane} aria-label={t('pane.paper')}>
      <PaperBar item={item} paper={paper} panes={panes} onPaper={onPaper} />
      {paper === null && (
        <div className={classes.noPaper}>
          <Empty icon={<IconFileOff size={40} stroke={1.4} />} title={t(item === null ? 'noItem.title' : 'noPaper.title')}>{t(item === null ? 'noItem.text' : item.amRecused ? 'noPaper.recused' : item.can.addPaper ? 'noPaper.canAdd' : 'noPaper.text')}</Empty>
        </div>
      )}
      {paper !== null && (
        <Suspense fallback={<Loading rows={1} height={420} />}>
          <Reader key={paper.current.id} version={paper.current} title={paper.title} isUnread={paper.readState !== 'read'} page={page} onPage={onPage} onComment={onComment} />
        </Suspense>
      )}
    </section>
  );
}

function PaperBar({ item, paper, panes, onPaper }: Pick<ReaderPaneProps, 'item' | 'paper' | 'panes' | 'onPaper'>) {
  const { t } = useTranslation('sessionPage');
  const agendaText = t(panes.isAgendaOpen ? 'agenda.hide' : 'agenda.show');
  const sideText = t(panes.isSideOpen ? 'side.hide' : 'side.show');
  const AgendaIcon = panes.isAgendaOpen ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  const SideIcon = panes.isSideOpen ? IconLayoutSidebarRightCollapse : IconLayoutSidebarRightExpand;
  const papers = [...(item?.papers ?? [])].sort((a, b) => a.order - b.order);
  return (
    <div className={classes.paperBar}>
      <ActionIcon title={agendaText} className={classes.paneToggle} aria-label={agendaText} aria-pressed={panes.isAgendaOpen} onClick={panes.toggleAgenda}><AgendaIcon size={22} stroke={1.6} aria-hidden /></ActionIcon>
      {papers.length > 1
        ? <Choose className={classes.paperSelect ?? ''} aria-label={t('papers')} variant="unstyled" data={papers.map(({ id, title }, index) => ({ value: id, label: `${index + 1}/${papers.length} · ${title}` }))} value={paper?.id ?? null} onChange={onPaper} />
        : <span className={classes.paperTitle}>{paper?.title ?? ''}</span>}
      <ActionIcon title={sideText} className={classes.sideToggle} aria-label={sideText} aria-pressed={panes.isSideOpen} onClick={panes.toggleSide}><SideIcon size={22} stroke={1.6} aria-hidden /></ActionIcon>
    </div>
  );
}
