import { ActionIcon, Button, Stack, Tabs, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconMicrophone, IconSpeakerphone, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { AgendaItem, Session } from '../../api/contract';
import type { CommentTarget } from '../../features/agenda/comment-form';
import { ItemSummary } from '../../features/agenda/item-summary';
import { PaperList } from '../../features/papers/paper-list';
import { setCurrentItem } from '../../features/sessions/api';
import { useSessionChange } from '../../features/sessions/use-session-change';
import { withTexts } from '../../i18n/start';
import { VotePanel } from '../../features/voting/vote-panel';
import { Empty, Loading } from '../../ui/states';
import { type SessionAddress, type Tab, tabs } from './use-session-address';
import classes from './session-page.module.css';

const CommentsPanel = lazyPart(async () => ({ default: (await import('../../features/agenda/comments-panel')).CommentsPanel }));
const PositionsPanel = lazyPart(async () => ({ default: (await import('../../features/agenda/positions-panel')).PositionsPanel }));
const FloorPanel = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/agenda/floor/floor-panel'))).FloorPanel }));
const PrivateWordsPanel = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/agenda/words/private-words'))).PrivateWordsPanel }));
const ConsentList = lazyPart(() => withTexts('meeting', import('../../features/voting/consent-list')));
const GuestsSection = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/guests/guests-section'))).GuestsSection }));
const SubstituteDialog = lazyPart(async () => ({ default: (await withTexts('meeting', import('../../features/guests/substitute-dialog'))).SubstituteDialog }));
const AttendancePanel = lazyPart(async () => ({ default: (await import('../../features/sessions/attendance-panel')).AttendancePanel }));
const Recusal = lazyPart(async () => ({ default: (await import('../../features/agenda/recusal')).Recusal }));
const RequestOfItem = lazyPart(() => import('../../features/opinions/request-of-item'));
const DropZone = lazyPart(() => import('../../features/papers/drop-zone'));

/** Who is invited to some items has no part in positions, comments and votes. */
const inviteeTabs: readonly Tab[] = ['summary', 'floor', 'attendance'];

interface SidePanelProps {
  session: Session; memberId: string | null; address: SessionAddress; target: CommentTarget | null; isOpen: boolean;
  onClearTarget: () => void; onToggle: () => void; onReadPaper: (paperId: string, page?: number) => void; onReadChanges: (paperId: string) => void;
}

export function SidePanel({ session, memberId, address, target, isOpen, onClearTarget, onToggle, onReadPaper, onReadChanges }: SidePanelProps) {
  const { t } = useTranslation('sessionPage');
  const { item, openTab } = address;
  const guest = session.guests.find(({ isMe }) => isMe) ?? null;
  const shown = tabs.filter((each) => guest?.kind !== 'invitee' || inviteeTabs.includes(each));
  const tab = shown.includes(address.tab) ? address.tab : 'summary';
  const choose = (value: string | null) => {
    const next = tabs.find((each) => each === value);
    if (next) openTab(next);
    if (!isOpen) onToggle();
  };
  const countOf: Partial<Record<Tab, number>> = { comments: item?.commentCount ?? 0, vote: item?.motions.length ?? 0 };
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false} className={classes.tabs ?? ''}>
      <div className={classes.tabsHead}>
        <Tabs.List className={classes.tabList ?? ''}>
          {shown.map((each) => <Tabs.Tab key={each} value={each} onClick={() => { if (each === tab && !isOpen) onToggle(); }}><TabWord tab={each} count={countOf[each] ?? 0} /></Tabs.Tab>)}
        </Tabs.List>
        <ActionIcon className={classes.sheetToggle} aria-label={t(isOpen ? 'side.hide' : 'side.show')} aria-expanded={isOpen} onClick={onToggle}>{isOpen ? <IconChevronDown size={22} aria-hidden /> : <IconChevronUp size={22} aria-hidden />}</ActionIcon>
      </div>
      <div className={classes.tabBody} tabIndex={0}>
        <Suspense fallback={<Loading rows={3} />}>
          {tab !== 'attendance' && tab !== 'floor' && item === null && <Empty title={t('noItem.title')}>{t('noItem.text')}</Empty>}
          {item !== null && <Tabs.Panel value="summary"><Summary session={session} item={item} memberId={memberId} shownId={address.paper?.id ?? null} onReadPaper={onReadPaper} onReadChanges={onReadChanges} /></Tabs.Panel>}
          {item !== null && <Tabs.Panel value="comments"><CommentsPanel item={item} target={target} onClearTarget={onClearTarget} onPage={onReadPaper} /></Tabs.Panel>}
          {item !== null && <Tabs.Panel value="position"><Stack gap="xl"><PositionsPanel item={item} sessionId={session.id} />{guest === null && <ConsentList sessionId={session.id} items={session.items} />}</Stack></Tabs.Panel>}
          <Tabs.Panel value="floor"><Stack gap="xl"><FloorPanel session={session} />{guest?.kind !== 'invitee' && <PrivateWordsPanel sessionId={session.id} />}</Stack></Tabs.Panel>
          {item !== null && <Tabs.Panel value="vote"><VotePanel item={item} items={session.items} sessionId={session.id} /></Tabs.Panel>}
          <Tabs.Panel value="attendance"><Stack gap="xl">
            {guest?.kind !== 'invitee' && <AttendancePanel session={session} memberId={memberId} substituteDialog={(dialog) => <Suspense><SubstituteDialog bodyId={session.bodyId} {...dialog} /></Suspense>} />}
            <GuestsSection session={session} />
          </Stack></Tabs.Panel>
        </Suspense>
      </div>
    </Tabs>
  );
}

/** Where five words have no room, the attendance, which is also one tap away in the header, stands there as a picture. */
function TabWord({ tab, count }: { tab: Tab; count: number }) {
  const { t } = useTranslation('sessionPage');
  const word = t(`tab.${tab}`);
  return (
    <>
      {tab === 'attendance' && <IconUsers size={22} stroke={1.6} className={classes.tabIcon} aria-hidden />}
      {tab === 'floor' && <IconMicrophone size={22} stroke={1.6} className={classes.tabIcon} aria-hidden />}
      <span className={classes.tabWord} title={word}>{word}</span>
      {count > 0 && <span className={classes.tabCount}>{count}</span>}
    </>
  );
}

interface SummaryProps { session: Session; item: AgendaItem; memberId: string | null; shownId: string | null; onReadPaper: (paperId: string) => void; onReadChanges: (paperId: string) => void }

function Summary({ session, item, memberId, shownId, onReadPaper, onReadChanges }: SummaryProps) {
  const { t } = useTranslation('agenda');
  const client = useQueryClient();
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ['session', session.id] }), [client, session.id]);
  return (
    <ItemSummary item={item} sessionId={session.id} action={<CurrentItemButton session={session} item={item} />}>
      <PaperList papers={item.papers} shownId={shownId} onOpen={onReadPaper} onChanges={onReadChanges} onChanged={refresh} />
      {!session.guests.some(({ isMe }) => isMe) && <Suspense><RequestOfItem sessionId={session.id} itemId={item.id} /></Suspense>}
      {item.amRecused && <Text c="dimmed">{t('recusal.mine')}</Text>}
      {item.can.addPaper && <Suspense><DropZone key={item.id} owner={{ kind: 'items', id: item.id }} onAdded={refresh} /></Suspense>}
      <Suspense><Recusal item={item} sessionId={session.id} memberId={memberId} members={session.attendance} isOffice={session.can.takeAttendance} /></Suspense>
    </ItemSummary>
  );
}

function CurrentItemButton({ session, item }: { session: Session; item: AgendaItem }) {
  const { t } = useTranslation('agenda');
  const change = useSessionChange((itemId: string | null) => setCurrentItem(session.id, itemId));
  const isCurrent = session.currentItemId === item.id;
  if (!session.can.setCurrentItem) return null;
  return (
    <Button variant={isCurrent ? 'default' : 'filled'} loading={change.isPending} leftSection={<IconSpeakerphone size={18} aria-hidden />} onClick={() => change.mutate(isCurrent ? null : item.id)}>
      {t(isCurrent ? 'summary.unsetCurrent' : 'summary.setCurrent')}
    </Button>
  );
}
