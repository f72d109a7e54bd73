import { useTranslation } from 'react-i18next';
import type { MotionResult } from '../../api/contract';
import type { Counted } from './choice-look';

const order: Counted[] = ['agree', 'disagree', 'otherOpinion', 'abstain', 'notVoted', 'recused'];

/** Agree, disagree and not voted are always told; the others when there are any. */
export function shownCounts(tally: MotionResult['tally']): Counted[] {
  return order.filter((each) => each === 'agree' || each === 'disagree' || each === 'notVoted' || (tally[each] ?? 0) > 0);
}

/** "Needed of base; so many agreed, disagreed, did not vote: outcome". */
export function useResultSentence(): (result: Pick<MotionResult, 'needed' | 'base' | 'tally' | 'outcome'>) => string {
  const { t } = useTranslation('voting');
  return (result) => t('result.sentence', {
    needed: result.needed, base: result.base,
    parts: shownCounts(result.tally).map((each) => t(`result.part.${each}`, { count: result.tally[each] })).join(', '),
    outcome: t(`result.outcomeLower.${result.outcome}`),
  });
}
