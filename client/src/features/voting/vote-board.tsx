import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Choice, MotionResult } from '../../api/contract';
import { useLocalised } from '../../ui/localised';
import { ChoiceIcon, looks } from './choice-look';
import classes from './voting.module.css';

/** Every member's seat with what they chose: by picture, word and colour. */
export default function VoteBoard({ result }: { result: MotionResult }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const word = (choice: Choice | null) => choice ?? 'notVoted';
  return (
    <ul className={classes.board} aria-label={t('result.ballots')}>
      {[...result.ballots].sort((left, right) => left.seatNumber - right.seatNumber).map((ballot) => (
        <li key={ballot.memberId} className={classes.seat} style={{ borderColor: looks[word(ballot.choice)].color }}>
          <Text size="sm" lineClamp={2}>{localised(ballot.title, ballot.titleEn)}</Text>
          <span className={classes.seatChoice}><ChoiceIcon choice={word(ballot.choice)} size={18} />{t(`choice.${word(ballot.choice)}`)}</span>
          {ballot.channel !== null && ballot.channel !== 'room' && <Text size="xs" c="dimmed">{t(`result.channel.${ballot.channel}`)}</Text>}
        </li>
      ))}
    </ul>
  );
}
