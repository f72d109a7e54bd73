import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../api/lazy-part';
import type { Session } from '../../api/contract';
import { AgendaPane } from '../../features/agenda/agenda-pane';
import type { CommentTarget } from '../../features/agenda/comment-form';
import { sessionQuery } from '../../features/sessions/api';
import { SessionHeader } from '../../features/sessions/session-header';
import { ShareBar } from '../../features/papers/sharing/share-bar';
import { useSharing } from '../../features/papers/sharing/use-sharing';
import { VoteBanner } from '../../features/voting/vote-banner';
import { withTexts } from '../../i18n/start';
import { useLocalised } from '../../ui/localised';
import { useDocumentTitle } from '../../ui/page';
import { QueryView } from '../../ui/states';
import { useCurrentBody } from '../current-body';
import { PaneBar } from './pane-bar';
import { ReaderPane } from './reader-pane';
import { SidePanel } from './side-panel';
import { useSessionAddress } from './use-session-address';
import { usePanes } from './use-panes';
import { useSessionKeys } from './use-session-keys';
import classes from './session-page.module.css';

const GuestBar = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/guests/guest-bar'))).GuestBar }));
const VideoRoom = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/sessions/sites/video-room'))).VideoRoom }));
const TakeSession = lazyPart(async () => ({ default: (await withTexts('offline', import('../take-along/take-buttons'))).TakeSession }));
const HeaderFloor = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/agenda/floor/header-floor'))).HeaderFloor }));

export default function SessionPage() {
  const { sessionId = '' } = useParams();
  const query = useQuery(sessionQuery(sessionId));
  return <QueryView query={query} rows={5}>{(session) => <Panes key={session.id} session={session} />}</QueryView>;
}

/** Agenda, paper, talk: three panes side by side, or as many of them as the screen has room for. */
function Panes({ session }: { session: Session }) {
  const { t } = useTranslation('sessionPage');
  const localised = useLocalised();
  const { me } = useCurrentBody();
  const address = useSessionAddress(session);
  const panes = usePanes();
  const [isVideoOpen, setVideoOpen] = useState(false);
  const [target, setTarget] = useState<CommentTarget | null>(null);
  useDocumentTitle(localised(session.title, session.titleEn));
  const sharing = useSharing(session, address.openShared, () => panes.show('paper'));
  useSessionKeys(session, address, panes, sharing);
  const { item, paper, openItem, openTab, openVote, openPaper } = address;
  const openMotion = session.items.flatMap(({ motions }) => motions).find(({ state }) => state === 'open' || state === 'paused');
  const current = session.items.find(({ id }) => id === session.currentItemId) ?? null;
  const memberId = me.bodies.find(({ id }) => id === session.bodyId)?.memberId ?? null;
  const isAtVote = openMotion !== undefined && address.tab === 'vote' && item?.id === openMotion.itemId && panes.isSideSeen;
  useVoteOpensTab(openMotion?.id ?? null, () => { if (openMotion && item?.id === openMotion.itemId) openTab('vote'); });
  const papers = useMemo(() => session.items.flatMap((each) => each.papers), [session.items]);
  const goToVote = (itemId: string) => {
    openVote(itemId);
    panes.show('side');
  };
  const comment = (page: number) => {
    if (!paper) return;
    setTarget({ paperVersionId: paper.current.id, paperTitle: paper.title, page });
    openTab('comments');
    panes.show('side');
  };
  return (
    <div className={classes.session}>
      <SessionHeader session={session} isReading={panes.pane === 'paper'} isVideoOpen={isVideoOpen} onToggleVideo={() => setVideoOpen(!isVideoOpen)} current={current} isVoteOpen={openMotion !== undefined} floor={current && <Suspense><HeaderFloor session={session} current={current} /></Suspense>} onShowAttendance={() => { openTab('attendance'); panes.show('side'); }} onShowItem={openItem} />
      <div>
        <ShareBar sharing={sharing} />
        {openMotion && !isAtVote && <VoteBanner motion={openMotion} onGo={() => goToVote(openMotion.itemId)} />}
        {isVideoOpen && session.embedsVideo && session.onlineLink !== null && <Suspense><VideoRoom link={session.onlineLink} onClose={() => setVideoOpen(false)} /></Suspense>}
        {session.guests.some(({ isMe }) => isMe) && <Suspense><GuestBar session={session} /></Suspense>}
      </div>
      <div className={classes.panes} data-agenda={panes.isAgendaOpen || undefined} data-side={panes.isSideOpen || undefined} data-pane={panes.pane}>
        <section className={classes.agenda} aria-label={t('pane.agenda')}>
          <AgendaPane session={session} shownId={item?.id ?? null} onOpen={(itemId) => { sharing.unfollow(); openItem(itemId); setTarget(null); panes.afterItem(); }} below={<Suspense><TakeSession session={session} /></Suspense>} />
        </section>
        {panes.isAgendaOpen && <div className={classes.veil} onClick={panes.toggleAgenda} aria-hidden />}
        <div className={classes.reader}><ReaderPane session={session} papers={papers} item={item} paper={paper} page={address.page} panes={panes} sharing={sharing} onPaper={openPaper} onPage={address.notePage} onComment={item?.can.comment === true ? comment : null} /></div>
        <section className={classes.side} aria-label={t('tabs')}>
          <SidePanel session={session} memberId={memberId} address={address} target={target} isOpen={panes.isSideOpen} onClearTarget={() => setTarget(null)} onToggle={panes.toggleSide} onReadPaper={(paperId, page) => { sharing.unfollow(); openPaper(paperId, page); panes.show('paper'); }} onReadChanges={(paperId) => { sharing.unfollow(); address.openChanges(paperId); panes.show('paper'); }} />
        </section>
      </div>
      <PaneBar pane={panes.pane} hasVote={openMotion !== undefined} onShow={panes.show} />
    </div>
  );
}

/** A vote that opens on the item one is at turns the side panel to it, once. */
function useVoteOpensTab(motionId: string | null, open: () => void): void {
  const seen = useRef<string | null>(null);
  const latest = useRef(open);
  useEffect(() => { latest.current = open; });
  useEffect(() => {
    if (motionId === null || motionId === seen.current) return;
    seen.current = motionId;
    latest.current();
  }, [motionId]);
}
