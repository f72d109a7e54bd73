import { decide, type Decision } from '../../bodies/domain/decision.js';
import type { Choice, RuleSetSettings } from '../../bodies/domain/rule-set.js';

/** Answers of a question: silence that the rule set deems agreement is told apart from a cast answer everywhere. */
export interface QuestionTally {
  agree: number;
  disagree: number;
  otherOpinion: number;
  abstain: number;
  /** Silent members deemed to agree. */
  deemed: number;
  notAnswered: number;
}

/** What a question decided, with its arithmetic. */
export interface QuestionDecision extends Omit<Decision, 'tally'> {
  tally: QuestionTally;
}

/**
 * Counts one question of a closed request. Of those asked, who said nothing is deemed to agree or not answered, as
 * the rule set says. (NĐ 191/2026: silence at the deadline is agreement; before: not answered)
 */
export function decideQuestion(
  choices: readonly Choice[], asked: number, rule: Pick<RuleSetSettings, 'adoption' | 'tie' | 'silence'>, chairChoice: Choice | null,
): QuestionDecision {
  const count = (choice: Choice): number => choices.filter((answer) => answer === choice).length;
  const silent = asked - choices.length;
  const deemed = rule.silence === 'deemed' ? silent : 0;
  const notAnswered = silent - deemed;
  const [agree, disagree, otherOpinion, abstain] = [count('agree'), count('disagree'), count('otherOpinion'), count('abstain')];
  const { tally: _, ...decision } = decide({ agree: agree + deemed, disagree, otherOpinion, abstain, notVoted: notAnswered, recused: 0 }, choices.length, rule, chairChoice);
  return { ...decision, tally: { agree, disagree, otherOpinion, abstain, deemed, notAnswered } };
}
