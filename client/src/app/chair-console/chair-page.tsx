import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { lazyPart } from '../../api/lazy-part';
import type { AgendaItem, Session } from '../../api/contract';
import { floorQuery } from '../../features/agenda/floor/api';
import { PrivateWordsPanel } from '../../features/agenda/words/private-words';
import { FloorPanel } from '../../features/agenda/floor/floor-panel';
import { wordsQuery } from '../../features/agenda/words/api';
import { sessionQuery } from '../../features/sessions/api';
import { CodeButton } from '../../features/sessions/check-in/code-button';
import { QuorumMark } from '../../features/sessions/quorum-mark';
import { SessionActs } from '../../features/sessions/session-acts';
import { SessionStateBadge } from '../../features/sessions/session-state';
import ConsentList from '../../features/voting/consent-list';
import { MotionCard } from '../../features/voting/motion-card';
import { withTexts } from '../../i18n/start';
import { useLocalised } from '../../ui/localised';
import { Sheet, useDocumentTitle } from '../../ui/page';
import { QueryView } from '../../ui/states';
import { Timer } from '../../ui/timer';
import { NextStepCard } from './next-step-card';
import { ReadyList } from './ready-list';
import { RoomMap } from './room-map';
import classes from './chair-console.module.css';

const RehearsalBar = lazyPart(() => withTexts('preparing', import('../../features/sessions/preparing/rehearsal-bar')));

/** The chair's own page: one next step, who speaks, who can vote. */
export default function ChairPage() {
  const { sessionId = '' } = useParams();
  const query = useQuery(sessionQuery(sessionId));
  return <QueryView query={query} rows={4}>{(session) => (session.can.run ? <Console session={session} /> : <Navigate to={`/sessions/${session.id}`} replace />)}</QueryView>;
}

function Console({ session }: { session: Session }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  useDocumentTitle(t('chair.title', { session: localised(session.title, session.titleEn) }));
  const current = session.items.find(({ id }) => id === session.currentItemId) ?? null;
  const motionId = session.nextStep?.motionId ?? current?.motions.at(-1)?.id ?? null;
  const isUnderWay = session.state === 'inSession' || session.state === 'suspended';
  return (
    <>
      {session.rehearsal && <Suspense><RehearsalBar session={session} /></Suspense>}
      <div className={classes.console}>
        <header className={classes.head}>
          <div className={classes.title}>
            <Button variant="subtle" color="gray" component={Link} to={`/sessions/${session.id}`} leftSection={<IconArrowLeft size={20} aria-hidden />} px="xs">{t('chair.back')}</Button>
            <Title order={1}>{localised(session.title, session.titleEn)}</Title>
          </div>
          <Group gap="sm"><SessionStateBadge state={session.state} /><QuorumMark quorum={session.quorum} onOpen={null} />{session.can.takeAttendance && <CodeButton session={session} />}<SessionActs session={session} isVoteOpen hasNoNext /></Group>
        </header>
        <div className={classes.main}>
          <NextStepCard session={session} />
          {current !== null && <CurrentItem session={session} item={current} />}
          {motionId !== null && <MotionCard motionId={motionId} />}
          {session.state === 'sent' && <Sheet><ReadyList session={session} /></Sheet>}
        </div>
        <div className={classes.aside}>
          {isUnderWay && <Sheet label={t('floor.title')}><FloorPanel session={session} /></Sheet>}
          <PrivateWordsSheet sessionId={session.id} />
          {isUnderWay && <Sheet><ReadyList session={session} /></Sheet>}
          {session.state !== 'ended' && session.state !== 'concluded' && <Sheet><ConsentList sessionId={session.id} items={session.items} /></Sheet>}
          {session.attendance.length > 0 && <RoomMap session={session} motionId={motionId} />}
          <Progress session={session} />
        </div>
      </div>
    </>
  );
}

/** Only for who got one: not for the secretariat at the same page. */
function PrivateWordsSheet({ sessionId }: { sessionId: string }) {
  const { data } = useQuery(wordsQuery(sessionId));
  return data?.words.some(({ isToMe }) => isToMe) === true ? <Sheet><PrivateWordsPanel sessionId={sessionId} /></Sheet> : null;
}

function CurrentItem({ session, item }: { session: Session; item: AgendaItem }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const { data: floor } = useQuery(floorQuery(session.id));
  const { noObjection, objection, wishToSpeak, silent } = item.positions ?? { noObjection: 0, objection: 0, wishToSpeak: 0, silent: 0 };
  return (
    <Sheet label={t('chair.current')}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className={classes.item}>
          <Text size="sm" c="dimmed">{t('chair.current')}</Text>
          <Text fw={600} size="lg"><Anchor component={Link} c="inherit" fw={600} to={`/sessions/${session.id}?item=${item.id}`}>{item.number}. {localised(item.title, item.titleEn)}</Anchor></Text>
          <Text size="sm">{[item.sponsor ?? '', t(`agenda:kind.${item.kind}`)].filter((part) => part !== '').join(' · ')}</Text>
        </div>
        {floor && item.runningSince !== null && <Timer clock={floor} startedAt={item.runningSince} spentSeconds={item.spentSeconds} minutes={item.minutes} label={t('item.timer')} size="xl" />}
      </Group>
      <Text size="sm" mt="xs">{t('chair.positions', { noObjection, objection, wishToSpeak, silent, count: item.commentCount })}</Text>
      {item.outcome !== null && <Text fw={600} mt="xs">{t('agenda:summary.outcome')}: {t(`agenda:outcome.${item.outcome}`)}</Text>}
    </Sheet>
  );
}

/** The agenda with what is done. */
function Progress({ session }: { session: Session }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const done = session.items.filter(({ outcome }) => outcome !== null).length;
  return (
    <Sheet title={t('chair.agenda', { done, count: session.items.length })}>
      <ol className={classes.items}>
        {session.items.map((item) => (
          <li key={item.id} data-done={item.outcome !== null || undefined} aria-current={item.id === session.currentItemId || undefined}>
            <span>{item.number}. {localised(item.title, item.titleEn)}</span>
            <span className={classes.outcome}>{item.outcome === null ? t(item.id === session.currentItemId ? 'chair.now' : 'chair.waiting') : t(`agenda:outcome.${item.outcome}`)}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
