import { Alert, Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../api/lazy-part';
import type { Motion, MotionState } from '../../api/contract';
import { ExportLink } from '../../ui/export-link';
import { useLocalised } from '../../ui/localised';
import { withTexts } from '../../i18n/start';
import { Loading, QueryView } from '../../ui/states';
import { motionQuery } from './api';
import { Ballot } from './ballot';
import { MotionActs } from './motion-acts';
import { MotionResultView } from './motion-result';
import { Progress } from './progress';
import classes from './voting.module.css';

const colors: Record<MotionState, string> = { prepared: 'gray', open: 'red', paused: 'orange', closed: 'indigo', published: 'teal', annulled: 'gray' };

const RollCall = lazyPart(() => withTexts('meeting', import('./roll-call')));

export function MotionCard({ motionId }: { motionId: string }) {
  const query = useQuery(motionQuery(motionId));
  return <QueryView query={query} rows={2}>{(motion) => <Card motion={motion} />}</QueryView>;
}

function Card({ motion }: { motion: Motion }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const isOpen = motion.state === 'open' || motion.state === 'paused';
  const isHidden = motion.result === null && motion.state === 'closed';
  return (
    <article className={classes.card} data-open={isOpen || undefined} data-motion={motion.id} data-state={motion.state}>
      <Group gap={6} mb={8}>
        <Badge color={colors[motion.state]}>{t(`state.${motion.state}`)}</Badge>
        <Badge color="gray">{t(`visibility.${motion.visibility}`)}</Badge>
        {motion.kind !== 'question' && <Badge color="gray">{t(`kind.${motion.kind}`)}</Badge>}
        {motion.rollCall && <Badge color="gray">{t('rollCall')}</Badge>}
      </Group>
      <h2 className={classes.question}>{localised(motion.question, motion.questionEn)}</h2>
      {motion.repeats !== null && <Text size="sm" c="dimmed">{t('repeats.note')}</Text>}
      {motion.annulReason !== null && <Alert mt="sm" color="orange" icon={<IconAlertTriangle aria-hidden />}>{t('annulled.note', { reason: motion.annulReason })}</Alert>}
      {motion.itemIds.length > 1 && <Text size="sm" c="dimmed">{t('block.count', { count: motion.itemIds.length })}</Text>}
      {motion.state === 'paused' && <Alert mt="sm" color="orange" icon={<IconPlayerPause aria-hidden />}>{t('paused.note')}</Alert>}
      <Ballot key={`${motion.state}-${motion.myBallot?.receipt ?? ''}`} motion={motion} />
      {isOpen && motion.progress && <Progress progress={motion.progress} total={motion.rollCount ?? 0} />}
      <div aria-live="polite">
        {isHidden && <Text mt="sm" c="dimmed">{t('result.hidden')}</Text>}
        {motion.result && <MotionResultView motion={motion} result={motion.result} />}
      </div>
      {motion.can.enter && <Suspense fallback={<Loading rows={2} />}><RollCall motion={motion} /></Suspense>}
      {motion.publishedAt !== null && <ExportLink href={`/api/motions/${motion.id}/export`} />}
      <MotionActs motion={motion} />
    </article>
  );
}
