import { IconCheckbox, IconCircleCheck, IconEqual, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DisplayVote } from '../../api/contract';
import { ChoiceIcon, looks } from '../../features/voting/choice-look';
import { shownCounts, useResultSentence } from '../../features/voting/result-sentence';
import { useLocalised } from '../../ui/localised';
import { OutcomeMark } from '../../ui/outcome-mark';
import classes from './room-display.module.css';

/** A vote: how many have voted while it is open; the result with its arithmetic once it is published. */
export function WallVote({ vote }: { vote: DisplayVote }) {
  const { t } = useTranslation('room');
  const localised = useLocalised();
  const Icon = vote.state === 'paused' ? IconPlayerPause : IconCheckbox;
  return (
    <section className={classes.card} data-vote aria-label={t('voting:title')}>
      <p className={classes.label}><Icon size="1em" aria-hidden /> {t(`voting:state.${vote.state}`)}{vote.items > 1 ? ` · ${t('voting:block.count', { count: vote.items })}` : ''}</p>
      <p className={vote.result ? classes.question : classes.large}>{vote.question === null ? t('wall.withheldQuestion') : localised(vote.question, vote.questionEn)}</p>
      {vote.result ? <Result vote={vote} result={vote.result} /> : <Progress vote={vote} />}
    </section>
  );
}

function Progress({ vote }: { vote: DisplayVote }) {
  const { t } = useTranslation('voting');
  return (
    <div className={classes.progress}>
      <p className={classes.count}>{t('progress.text', { cast: vote.cast, total: vote.members })}</p>
      <div className={classes.track} role="progressbar" aria-label={t('progress.title')} aria-valuemin={0} aria-valuemax={vote.members} aria-valuenow={vote.cast}><span style={{ width: `${(100 * vote.cast) / Math.max(1, vote.members)}%` }} /></div>
      {vote.state === 'closed' && <p className={classes.label}>{t('result.hidden')}</p>}
    </div>
  );
}

function Result({ vote, result }: { vote: DisplayVote; result: NonNullable<DisplayVote['result']> }) {
  const { t } = useTranslation('voting');
  const localised = useLocalised();
  const sentence = useResultSentence()(result);
  return (
    <>
      <div className={classes.row}>
        <p className={classes.outcome} data-testid="wall-outcome"><OutcomeMark outcome={result.outcome} size="1em" />{t(`result.outcome.${result.outcome}`)}</p>
        {result.options === null && <ul className={classes.counts}>{shownCounts(result.tally).map((each) => <li key={each} style={{ borderColor: looks[each].color }}><ChoiceIcon choice={each} size="1.1em" /><strong>{result.tally[each]}</strong> {t(`choice.${each}`)}</li>)}</ul>}
      </div>
      <p className={classes.sentence}>{sentence}. {result.tie ? `${t(`result.tie.${result.decidedBy}`)} ` : ''}{t('result.citation', { citation: localised(result.citation, result.citationEn) })}</p>
      {result.options !== null && <Options vote={vote} result={result} />}
      {result.board.length > 0 && (
        <ul className={classes.board} aria-label={t('result.board')}>
          {result.board.map(({ number, choice }) => (
            <li key={number} style={{ borderColor: looks[choice ?? 'notVoted'].color }}><span className={classes.seatNumber}>{number}</span><span className={classes.seatChoice}><ChoiceIcon choice={choice ?? 'notVoted'} size="1.1em" />{t(`choice.${choice ?? 'notVoted'}`)}</span></li>
          ))}
        </ul>
      )}
    </>
  );
}

function Options({ vote, result }: { vote: DisplayVote; result: NonNullable<DisplayVote['result']> }) {
  const { t } = useTranslation('meeting');
  const localised = useLocalised();
  const labels = new Map((vote.options ?? []).map(({ id, label, labelEn }) => [id, localised(label, labelEn)]));
  return (
    <ol className={classes.options}>
      {[...(result.options ?? [])].sort((left, right) => right.votes - left.votes).map(({ id, votes, chosen, tied }) => (
        <li key={id}><strong>{votes}</strong><span>{labels.get(id) ?? t('room:wall.withheldOption')}</span>{chosen && <span className={classes.taken}><IconCircleCheck size="1em" aria-hidden /> {t(vote.kind === 'election' ? 'options.elected' : 'options.chosen')}</span>}{tied && <span className={classes.taken}><IconEqual size="1em" aria-hidden /> {t('options.tied')}</span>}</li>
      ))}
    </ol>
  );
}
