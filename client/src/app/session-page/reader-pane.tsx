import { ActionIcon } from '@mantine/core';
import { IconPresentation, IconFileOff, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { Suspense, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { AgendaItem, PaperBrief, Session } from '../../api/contract';
import { Empty } from '../../ui/states';
import { useSearchParams } from 'react-router';
import { Opening } from '../../features/papers/opening';
import { withTexts } from '../../i18n/start';
import type { PageSharing } from '../../features/papers/sharing/use-sharing';
import type { Panes } from './use-panes';
import classes from './session-page.module.css';
import { Choose } from '../../ui/choose';

const SavePaper = lazyPart(() => withTexts('libraries', import('../take-along/save-button')));
const TakePaper = lazyPart(async () => ({ default: (await withTexts('offline', import('../take-along/take-buttons'))).TakePaper }));
const Reader = lazyPart(() => withTexts('notes', import('../../features/papers/reader/reader')));

interface ReaderPaneProps {
  session: Session;
  /** All papers of the session: any can be laid beside. */
  papers: readonly PaperBrief[];
  item: AgendaItem | null; paper: PaperBrief | null; page: number | null; panes: Panes; sharing: PageSharing;
  onPaper: (paperId: string) => void; onPage: (page: number) => void; onComment: ((page: number) => void) | null;
}

export function ReaderPane({ session, papers, item, paper, page, panes, sharing, onPaper, onPage, onComment }: ReaderPaneProps) {
  const { t } = useTranslation('sessionPage');
  const seen = useRef(1);
  const [params] = useSearchParams();
  const { share, look, isFollowing, unfollow } = sharing;
  const shown = isFollowing && share !== null && share.versionId === paper?.current.id ? { key: `${share.id} ${share.step}`, page: share.page } : null;
  const others = useMemo(() => papers.filter(({ state }) => state !== 'recalled').map(({ id, title, current }) => ({ paperId: id, title, version: current })), [papers]);
  const onLook = useCallback((at: number) => {
    seen.current = at;
    if (paper) look(paper, at);
  }, [paper, look]);
  return (
    <section className={classes.readerPane} aria-label={t('pane.paper')}>
      <PaperBar session={session} item={item} paper={paper} panes={panes} sharing={sharing} onShare={() => { if (paper) sharing.begin(paper.current.id, seen.current); }} onPaper={(id) => { unfollow(); onPaper(id); }} />
      {paper === null && (
        <div className={classes.noPaper}>
          <Empty icon={<IconFileOff size={40} stroke={1.4} />} title={t(item === null ? 'noItem.title' : 'noPaper.title')}>{t(item === null ? 'noItem.text' : item.amRecused ? 'noPaper.recused' : item.can.addPaper ? 'noPaper.canAdd' : 'noPaper.text')}</Empty>
        </div>
      )}
      {paper !== null && (
        <Suspense fallback={<Opening key={paper.current.id} version={paper.current} title={paper.title} page={page} shown={shown} changes={params.get('changes')} />}>
          <Reader key={paper.current.id} version={paper.current} paperId={paper.id} title={paper.title} isUnread={paper.readState !== 'read'} page={page} shown={shown} find={params.get('find')} changes={params.get('changes')} packAddress={(words) => `/search?${new URLSearchParams({ q: `"${words}"`, session: session.id, kind: 'paper' }).toString()}`} others={others} onRoom={panes.makeRoom} onPage={onPage} onLook={onLook} {...(isFollowing ? { onHand: unfollow } : {})} onComment={onComment} />
        </Suspense>
      )}
    </section>
  );
}

function PaperBar({ session, item, paper, panes, sharing, onShare, onPaper }: Pick<ReaderPaneProps, 'session' | 'item' | 'paper' | 'panes' | 'sharing' | 'onPaper'> & { onShare: () => void }) {
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
      {paper?.state === 'released' && <Suspense><TakePaper session={session} paper={paper} /><SavePaper session={session} paper={paper} /></Suspense>}
      {paper?.state === 'released' && sharing.can?.share === true && sharing.share?.isMine !== true && <ActionIcon title={t('share')} aria-label={t('share')} loading={sharing.isBusy} onClick={onShare}><IconPresentation size={22} stroke={1.6} aria-hidden /></ActionIcon>}
      <ActionIcon title={sideText} className={classes.sideToggle} aria-label={sideText} aria-pressed={panes.isSideOpen} onClick={panes.toggleSide}><SideIcon size={22} stroke={1.6} aria-hidden /></ActionIcon>
    </div>
  );
}
