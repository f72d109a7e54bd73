import type { Stand } from '../../agenda/domain/agenda.js';
import type { ErrorCode } from '../../contract/error-codes.js';
import type { QuestionDecision } from './count.js';
import type { WrittenReply } from './reply.js';

/** How a summarised request may end. */
export type End = 'adopt' | 'toSession' | 'rework';

/** What decides how a request may end: what the questions decided, how many set a condition, how many ask to discuss it. */
export interface Standing {
  outcomes: readonly QuestionDecision['outcome'][];
  conditions: number;
  discussions: number;
}

/**
 * Why the matter cannot be adopted in writing: a question was not adopted by the arithmetic, or somebody set a condition or asks to discuss it, which
 * sends it to a session; null when it can. (product/rules.md §5)
 */
export function whyCannotAdopt({ outcomes, conditions, discussions }: Standing): ErrorCode | null {
  if (outcomes.length === 0 || outcomes.some((outcome) => outcome !== 'adopted')) return 'notAdoptedByCount';
  return conditions > 0 || discussions > 0 ? 'discussionAsked' : null;
}

/** What the page offers first: to adopt where that is possible, to rework what was rejected without anybody asking to discuss it, else a session. */
export function proposedEnd(standing: Standing): End {
  if (whyCannotAdopt(standing) === null) return 'adopt';
  const { outcomes, conditions, discussions } = standing;
  return outcomes.every((outcome) => outcome === 'rejected') && conditions + discussions === 0 ? 'rework' : 'toSession';
}

/** A reply as a position before the session: who asks to discuss wishes to speak; who disagrees, has another opinion or sets a condition objects. (product/rules.md §2, §5) */
export function positionOf(reply: WrittenReply): { stand: Stand; text: string | null } {
  const words = [reply.discussion, ...reply.answers.filter(({ choice }) => choice !== 'agree').map(({ text }) => text)].flatMap((text) => (text?.trim() ? [text.trim()] : []));
  const text = words.length === 0 ? null : words.join('\n');
  if (reply.discussion !== null) return { stand: 'wishToSpeak', text };
  const objects = reply.answers.some(({ choice }) => choice === 'disagree' || choice === 'otherOpinion') || reply.comments.some(({ weight }) => weight === 'blocking');
  return { stand: objects ? 'objection' : 'noObjection', text };
}
