import { ActionIcon, Alert, Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconChartBar, IconDeviceTv, IconGavel, IconPencil, IconVideo } from '@tabler/icons-react';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lazyPart } from '../../api/lazy-part';
import type { AgendaItem, Session } from '../../api/contract';
import { withTexts } from '../../i18n/start';
import { useLocalised } from '../../ui/localised';
import { useNow, useTimes } from '../../ui/time';
import { QuorumMark } from './quorum-mark';
import { SessionActs } from './session-acts';
import { SessionStateBadge } from './session-state';
import classes from './sessions.module.css';

interface SessionHeaderProps { session: Session; current: AgendaItem | null; isVoteOpen: boolean; isVideoOpen: boolean; /** A paper has the screen of a phone: one line of the header is enough, or what goes on in the meeting. */ isReading: boolean; floor: ReactNode; onShowAttendance: () => void; onShowItem: (itemId: string) => void; onToggleVideo: () => void }

const PrepareMenu = lazyPart(() => withTexts('preparing', import('./preparing/prepare-menu')));

const RehearsalBar = lazyPart(() => withTexts('preparing', import('./preparing/rehearsal-bar')));

const before = ['draft', 'pendingApproval', 'approved', 'returned', 'sent'];

export function SessionHeader({ session, current, isVoteOpen, isVideoOpen, isReading, floor, onShowAttendance, onShowItem, onToggleVideo }: SessionHeaderProps) {
  const { t } = useTranslation('sessions');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow();
  const isBefore = before.includes(session.state);
  const isUnderWay = session.state === 'inSession' || session.state === 'suspended';
  const parts = [dateTime(session.startsAt), isBefore && new Date(session.startsAt).getTime() > now ? left(session.startsAt, now) : '', session.place];
  return (
    <>
      {session.rehearsal && <Suspense><RehearsalBar session={session} /></Suspense>}
      <header className={classes.header} data-running={isUnderWay ? session.state : undefined} data-reading={isReading || undefined}>
        <div className={classes.headerTitle}>
          <Title order={1}>{localised(session.title, session.titleEn)}</Title>
          <Text size="sm" c="dimmed" lineClamp={1} className={classes.headerWhen ?? ''}>{parts.filter((part) => part !== '').join(' · ')}</Text>
        </div>
        {isUnderWay && (
          <div className={classes.current} data-none={current === null || undefined} aria-live="polite">
            <Text size="xs" c="dimmed">{t('header.current')}</Text>
            {current === null ? <Text>{t('header.noCurrent')}</Text>
              : <Text fw={600}><Anchor component="button" c="inherit" fw={600} ta="left" onClick={() => onShowItem(current.id)}>{current.number}. {localised(current.title, current.titleEn)}</Anchor></Text>}
          </div>
        )}
        {session.state === 'inSession' && floor}
        <Group gap="xs" className={classes.headerActs ?? ''}>
          {session.can.run && (isUnderWay || session.state === 'sent' || session.state === 'ended') && <Button variant="default" component={Link} to={`/sessions/${session.id}/chair`} className={`${classes.brief} ${classes.chair}`} leftSection={<IconGavel size={18} aria-hidden />}><span className={classes.word}>{t('header.chair')}</span></Button>}
          {session.can.run && (isUnderWay || session.state === 'sent') && <ActionIcon variant="default" component={Link} className={classes.wideOnly ?? ''} to={`/sessions/${session.id}/room`} aria-label={t('header.room')} title={t('header.room')}><IconDeviceTv size={20} aria-hidden /></ActionIcon>}
          {(session.state === 'ended' || session.state === 'concluded') && <Button variant="default" component={Link} to={`/sessions/${session.id}/statistics`} leftSection={<IconChartBar size={18} aria-hidden />}>{t('header.statistics')}</Button>}
          <span className={classes.state}><SessionStateBadge state={session.state} /></span>
          {session.quorum.members > 0 && <QuorumMark quorum={session.quorum} onOpen={onShowAttendance} />}
          {isUnderWay && <JoinButton session={session} isOpen={isVideoOpen} onToggle={onToggleVideo} />}
          {session.can.edit && <Button variant="subtle" color="gray" component={Link} to={`/sessions/${session.id}/edit`} className={classes.edit ?? ''} leftSection={<IconPencil size={18} aria-hidden />}><span className={classes.editWord}>{t('header.edit')}</span></Button>}
          {(session.can.look || session.can.copy || session.can.rehearse || session.can.run || session.can.register) && <Suspense><PrepareMenu session={session} className={classes.brief ?? ''} wordClass={classes.word ?? ''} /></Suspense>}
          <SessionActs session={session} isVoteOpen={isVoteOpen} />
        </Group>
        <div className={classes.headerNote}><HeaderNote session={session} /></div>
      </header>
    </>
  );
}

/** The online room: within the page where the operator allows it, else in a tab of its own that knows nothing of this one. */
function JoinButton({ session, isOpen, onToggle }: { session: Session; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('sessions');
  const icon = <IconVideo size={18} aria-hidden />;
  if (session.onlineLink === null) return null;
  if (session.embedsVideo) return <Button variant="default" aria-expanded={isOpen} onClick={onToggle} leftSection={icon}>{t('header.join')}</Button>;
  return <Button variant="default" component="a" href={session.onlineLink} target="_blank" rel="noreferrer noopener" leftSection={icon}>{t('header.join')}</Button>;
}

function HeaderNote({ session }: { session: Session }) {
  const { t } = useTranslation('sessions');
  const note = session.state === 'returned' && session.returnReason !== null ? t('returned.note', { reason: session.returnReason })
    : session.openReason !== null ? t('openReason.note', { reason: session.openReason }) : null;
  if (note === null && session.packFrozenAt !== null) return <Alert w="100%" py="xs" color="indigo" icon={<IconLock aria-hidden />}>{t('packFrozen.note')}</Alert>;
  return note === null ? null : <Alert w="100%" py="xs" color="orange" icon={<IconAlertTriangle aria-hidden />}>{note}</Alert>;
}
