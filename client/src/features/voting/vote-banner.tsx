import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MotionBrief } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { motionQuery } from './api';
import classes from './voting.module.css';

/** Tells that a vote is open without taking the page away. */
export function VoteBanner({ motion, onGo }: { motion: MotionBrief; onGo: () => void }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const { data } = useQuery(motionQuery(motion.id));
  const mine = data?.myBallot;
  return (
    <div className={classes.banner} role="status" aria-live="assertive" data-testid="vote-banner">
      <p className={classes.bannerText}>
        <span>{t('banner.open', { question: localised(motion.question, motion.questionEn) })}</span>
        {mine && <span>{t('banner.voted', { choice: t(`choice.${mine.choice}`) })}</span>}
      </p>
      <Button variant="white" color="red" onClick={onGo}>{t('banner.go')}</Button>
    </div>
  );
}
