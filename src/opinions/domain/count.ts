import { decide, type Decision } from '../../bodies/domain/decision.js';
import type { Choice, RuleSetSettings } from '../../bodies/domain/rule-set.js';
import { decideOptions } from '../../voting/domain/options.js';
import type { AskedQuestion } from './question.js';

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

type Rule = Pick<RuleSetSettings, 'adoption' | 'tie' | 'silence'>;

/**
 * Counts one question of a closed request. Of those asked, who said nothing is deemed to agree or not answered, as
 * the rule set says. (NĐ 191/2026: silence at the deadline is agreement; before: not answered)
 */
export function decideQuestion(choices: readonly Choice[], asked: number, rule: Rule, chairChoice: Choice | null): QuestionDecision {
  const count = (choice: Choice): number => choices.filter((answer) => answer === choice).length;
  const silent = asked - choices.length;
  const deemed = rule.silence === 'deemed' ? silent : 0;
  const notAnswered = silent - deemed;
  const [agree, disagree, otherOpinion, abstain] = [count('agree'), count('disagree'), count('otherOpinion'), count('abstain')];
  const { tally: _, ...decision } = decide({ agree: agree + deemed, disagree, otherOpinion, abstain, notVoted: notAnswered, recused: 0 }, choices.length, rule, chairChoice);
  return { ...decision, tally: { agree, disagree, otherOpinion, abstain, deemed, notAnswered } };
}

/** What was said to a question with options. */
export interface OptionsAnswer {
  choice: Choice;
  selected: readonly string[];
}

/**
 * Counts a question with options: taken are those that the needed number chose, as many as a reply may choose. Silence chooses nothing: whom the rule
 * set deems to agree agrees to a proposal, not to one of several; who is silent has not answered here. (docs/decisions/opinions.md)
 */
export function decideQuestionOptions(answers: readonly OptionsAnswer[], asked: number, rule: Rule, question: Pick<AskedQuestion, 'options' | 'most'>): QuestionDecision {
  const count = (choice: Choice): number => answers.filter((answer) => answer.choice === choice).length;
  const [agree, otherOpinion, abstain] = [count('agree'), count('otherOpinion'), count('abstain')];
  const notAnswered = asked - answers.length;
  const tally = { agree, disagree: 0, otherOpinion, abstain, deemed: 0, notAnswered };
  const counted = { agree, disagree: 0, otherOpinion: 0, abstain: abstain + otherOpinion, notVoted: notAnswered, recused: 0 };
  const { options, ...decision } = decideOptions(answers.map(({ selected }) => selected), { options: question.options, places: question.most, tally: counted, present: answers.length }, rule);
  return { ...decision, tally, members: asked, present: answers.length, options };
}
