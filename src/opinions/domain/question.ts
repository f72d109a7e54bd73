import type { ErrorCode } from '../../contract/error-codes.js';
import { type Option, whyCannotPut } from '../../voting/domain/options.js';

export const QUESTION_KINDS = ['choices', 'options'] as const;
/** Answered by agree, disagree … as the rule set has it, or by choosing among options that the request names. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question as it is answered and counted. */
export interface AskedQuestion {
  id: string;
  kind: QuestionKind;
  /** Empty where there is nothing to choose among. */
  options: Option[];
  /** How many options a reply may choose; as many are taken at most. */
  most: number;
}

/** Why such a question cannot be asked: fewer than two options or one twice, or more to choose than there are; null when it can. (product/rules.md §5: "options with at most n") */
export function whyCannotAsk(question: { kind: QuestionKind; labels: readonly string[]; most: number }): ErrorCode | null {
  const { kind, labels, most } = question;
  if (kind === 'choices') return labels.length === 0 ? null : 'optionsBad';
  return whyCannotPut(labels, { most, places: most });
}
