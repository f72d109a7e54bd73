import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Statistics } from '../../api/contract';
import { useResultSentence } from '../../features/voting/result-sentence';
import { useLocalised } from '../../ui/localised';
import { OutcomeMark } from '../../ui/outcome-mark';
import { FiguresSheet } from './figures';
import classes from './statistics.module.css';

type Vote = Statistics['votes'][number];

/** Each vote with its arithmetic, and where to read who voted what. */
export function VoteFigures({ statistics: { sessionId, votes } }: { statistics: Statistics }) {
  const { t } = useTranslation(['after', 'voting']);
  const localised = useLocalised();
  const sentence = useResultSentence();
  const said = ({ result }: Vote): string => {
    if (result === null) return '';
    if (result.options === null) return sentence(result);
    return result.options.map(({ label, labelEn, votes: got }) => `${localised(label, labelEn)}: ${got}`).join('; ');
  };
  const csv = () => [
    [t('votes.items'), t('votes.question'), t('votes.state'), t('votes.outcome'), t('voting:choice.agree'), t('voting:choice.disagree'), t('voting:choice.otherOpinion'), t('voting:choice.abstain'), t('voting:choice.notVoted'), t('voting:choice.recused'), t('votes.needed'), t('votes.base'), t('votes.options')],
    ...votes.map((vote) => {
      const { result } = vote;
      const counts = result === null ? [null, null, null, null, null, null, null, null] : [result.tally.agree, result.tally.disagree, result.tally.otherOpinion, result.tally.abstain, result.tally.notVoted, result.tally.recused, result.needed, result.base];
      return [vote.itemNumbers.join('; '), localised(vote.question, vote.questionEn), t(`voting:state.${vote.state}`), result === null ? '' : t(`voting:result.outcome.${result.outcome}`), ...counts, result?.options ? said(vote) : ''];
    }),
  ];
  return (
    <FiguresSheet title={t('votes.title')} name="votes" csv={votes.length === 0 ? null : csv}>
      {votes.length === 0 ? <Text c="dimmed">{t('votes.none')}</Text> : (
        <ol className={classes.votes}>
          {votes.map((vote) => (
            <li key={vote.motionId}>
              <Text size="sm" c="dimmed">{[t(vote.kind === 'consentList' ? 'votes.consentList' : 'votes.ofItems', { items: vote.itemNumbers.join(', '), count: vote.itemNumbers.length }), t(`voting:state.${vote.state}`), ...(vote.rollCall ? [t('votes.rollCall')] : [])].join(' · ')}</Text>
              <Text fw={500}>{localised(vote.question, vote.questionEn)}</Text>
              {vote.result === null && vote.state !== 'annulled' && <Text c="dimmed">{t('votes.hidden')}</Text>}
              {vote.result !== null && (
                <>
                  <p className={classes.outcome} style={{ margin: '4px 0' }}><OutcomeMark outcome={vote.result.outcome} size={22} />{t(`voting:result.outcome.${vote.result.outcome}`)}</p>
                  <Text>{said(vote)}</Text>
                  {vote.result.tie && <Text>{t(`voting:result.tie.${vote.result.decidedBy}`)}</Text>}
                </>
              )}
              <Anchor component={Link} to={`/sessions/${sessionId}?item=${vote.itemId}&tab=vote`} display="inline-block" py={10}>{t('votes.open')}<span className="visually-hidden">: {localised(vote.question, vote.questionEn)}</span></Anchor>
            </li>
          ))}
        </ol>
      )}
    </FiguresSheet>
  );
}
