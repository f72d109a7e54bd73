import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheckbox, IconChevronRight, IconClock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Desk, RequestBrief, SessionBrief } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { Sheet } from '../../ui/page';
import { useNow, useTimes } from '../../ui/time';
import classes from './desk.module.css';

function Line({ to, title, children, after }: { to: string; title: string; children?: ReactNode; after?: ReactNode }) {
  return (
    <li><Link to={to} className={classes.line}><span className={classes.lineText}><Text component="span" fw={500}>{title}</Text>{children}</span><IconChevronRight size={20} aria-hidden /></Link>{after}</li>
  );
}

export function OpenVotes({ motions }: { motions: Desk['openMotions'] }) {
  const { t } = useTranslation('desk');
  const localised = useLocalised();
  return (
    <Sheet title={t('votes.title')}>
      <ul className="plain-list">
        {motions.map((motion) => (
          <li key={motion.motionId} className={classes.vote}>
            <IconCheckbox size={24} stroke={1.6} aria-hidden /><Text fw={600} flex={1}>{localised(motion.question, motion.questionEn)}</Text>
            <Button component={Link} to={`/sessions/${motion.sessionId}?item=${motion.itemId}&tab=vote`}>{t('votes.go')}</Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

export function NextSession({ session, attendanceWord }: { session: SessionBrief; attendanceWord: (state: string) => string }) {
  const { t } = useTranslation('desk');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow();
  const isNow = session.state === 'inSession' || session.state === 'suspended';
  return (
    <Sheet label={t(isNow ? 'session.now' : 'session.title')}>
      <Group justify="space-between" align="flex-end" gap="md">
        <div className={classes.session}>
          <Text size="sm" c="dimmed" fw={500}>{t(isNow ? 'session.now' : 'session.title')}</Text>
          <Title order={2} mt={2}>{localised(session.title, session.titleEn)}</Title>
          <Text mt={6}>{dateTime(session.startsAt)}{!isNow && new Date(session.startsAt).getTime() > now && <> · <strong>{left(session.startsAt, now)}</strong></>}</Text>
          <Text c="dimmed">{session.place}</Text>
          {session.myAttendance !== null && <Text mt={4}>{t('session.mine', { state: attendanceWord(session.myAttendance) })}</Text>}
        </div>
        <Button component={Link} to={`/sessions/${session.id}`} variant={isNow ? 'filled' : 'default'}>{t('session.open')}</Button>
      </Group>
    </Sheet>
  );
}

export function Requests({ requests }: { requests: RequestBrief[] }) {
  const { t } = useTranslation('desk');
  const localised = useLocalised();
  const { dateTime, left } = useTimes();
  const now = useNow();
  return (
    <Sheet title={t('requests.title')}>
      <ul className="plain-list">
        {requests.map((request) => (
          <Line key={request.id} to={`/opinion-requests/${request.id}`} title={localised(request.title, request.titleEn)}>
            <span className={classes.details}>
              {request.bucket !== null && <Badge color={request.bucket === 'toAnswer' ? 'indigo' : request.bucket === 'answered' ? 'teal' : 'orange'} leftSection={request.bucket === 'overdue' ? <IconAlertTriangle size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}>{t(`requests.bucket.${request.bucket}`)}</Badge>}
              {request.dueAt !== null && <span>{t('requests.due', { time: dateTime(request.dueAt) })} · {left(request.dueAt, now)}</span>}
              {request.myReply === 'draft' && <span>{t('requests.draft')}</span>}
              {request.myReply === 'handedUp' && <span>{t('requests.handedUp')}</span>}
            </span>
          </Line>
        ))}
      </ul>
    </Sheet>
  );
}

export function Positions({ items }: { items: Desk['itemsWithoutPosition'] }) {
  const { t } = useTranslation('desk');
  const localised = useLocalised();
  return (
    <Sheet title={t('positions.title')}>
      <ul className="plain-list">
        {items.map((item) => <Line key={item.itemId} to={`/sessions/${item.sessionId}?item=${item.itemId}&tab=position`} title={`${item.number}. ${localised(item.title, item.titleEn)}`}><span className={classes.details}>{localised(item.sessionTitle, item.sessionTitleEn)}</span></Line>)}
      </ul>
    </Sheet>
  );
}

/** Each is compared with what was opened before: of many so many at a time, when asked for. */
const COMPARED = 10;

export function ReplacedPapers({ papers, changesOf }: { papers: Desk['replacedPapers']; changesOf: (paper: Desk['replacedPapers'][number]) => ReactNode }) {
  const { t } = useTranslation('desk');
  const [compared, setCompared] = useState(COMPARED);
  const more = Math.min(COMPARED, papers.length - compared);
  return (
    <Sheet title={t('papers.title')}>
      <ul className="plain-list">
        {papers.map((paper, index) => <Line key={paper.paperId} after={index < compared ? changesOf(paper) : null} to={`/sessions/${paper.sessionId}?item=${paper.itemId}&paper=${paper.paperId}`} title={paper.title}><span className={classes.details}>{[t('papers.version', { number: paper.versionNumber }), paper.note ?? ''].filter((part) => part !== '').join(' · ')}</span></Line>)}
      </ul>
      {more > 0 && <Button variant="default" mt="sm" onClick={() => setCompared((count) => count + COMPARED)}>{t('papers.compareMore', { count: more })}</Button>}
    </Sheet>
  );
}

/** Asked by the office to read them, and not opened yet. */
export function RemindedPapers({ papers }: { papers: Desk['remindedPapers'] }) {
  const { t } = useTranslation('desk');
  return (
    <Sheet title={t('reminded.title')}>
      <ul className="plain-list">{papers.map((paper) => <Line key={paper.paperId} to={`/sessions/${paper.sessionId}?item=${paper.itemId}&paper=${paper.paperId}`} title={paper.title}><span className={classes.details}>{t('papers.version', { number: paper.versionNumber })}</span></Line>)}</ul>
    </Sheet>
  );
}

/** Copies of papers that stay on paper: what I have and when it is to be back. */
export function PaperCopies({ copies }: { copies: Desk['paperCopies'] }) {
  const { t } = useTranslation('desk');
  const { dateTime } = useTimes();
  return (
    <Sheet title={t('copies.title')}>
      <ul className="plain-list">
        {copies.map((copy) => (
          <Line key={`${copy.itemId} ${copy.title} ${copy.number}`} to={`/sessions/${copy.sessionId}?item=${copy.itemId}`} title={`${t(`copies.class.${copy.classification}`)} · ${copy.title}`}>
            <span className={classes.details}>
              {copy.isOverdue && <Badge color="orange" leftSection={<IconAlertTriangle size={14} aria-hidden />}>{t('copies.overdue')}</Badge>}
              <span>{[t('copies.number', { number: copy.number }), copy.dueAt === null ? '' : t('copies.due', { time: dateTime(copy.dueAt) })].filter((part) => part !== '').join(' · ')}</span>
            </span>
          </Line>
        ))}
      </ul>
    </Sheet>
  );
}
