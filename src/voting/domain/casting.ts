import type { Choice } from '../../bodies/domain/rule-set.js';
import type { ErrorCode } from '../../contract/error-codes.js';
import type { MotionState } from './motion-states.js';
import { type Option, whyCannotSelect } from './options.js';

/** How a ballot came: in the room, from afar, or entered by the secretariat at a roll-call. */
export type Channel = 'room' | 'remote' | 'rollCall';

/** What a cast is judged by. */
export interface CastFacts {
  state: MotionState;
  choices: readonly Choice[];
  /** What can be chosen among; null for a question. */
  options: readonly Pick<Option, 'id'>[] | null;
  most: number | null;
  /** Where the voter is: null when not checked in. */
  checkedIn: 'room' | 'online' | null;
  absentMayVote: boolean;
}

/** What a member says: a choice, with words for "other opinion", or with the options chosen. */
export interface Answer {
  choice: Choice;
  text?: string | undefined;
  selected?: readonly string[] | undefined;
}

/** Why this ballot is refused before it is written; null when it may be. "Other opinion" says which, and who chooses says what. (product/rules.md §4) */
export function whyCannotCast(facts: CastFacts, answer: Answer): ErrorCode | null {
  if (facts.state === 'paused') return 'motionPaused';
  if (facts.state !== 'open') return 'motionNotOpen';
  if (facts.checkedIn === null && !facts.absentMayVote) return 'absentMayNotVote';
  return whyNoAnswer(facts, answer);
}

/** Why these words and choices answer nothing that was put; null when they do. */
export function whyNoAnswer({ choices, options, most }: Pick<CastFacts, 'choices' | 'options' | 'most'>, { choice, text, selected = [] }: Answer): ErrorCode | null {
  if (!choices.includes(choice)) return 'choiceNotOffered';
  if (options !== null && choice === 'agree') return whyCannotSelect(selected, options, most ?? 1);
  if (selected.length > 0) return 'selectionBad';
  return choice === 'otherOpinion' && !text?.trim() ? 'otherOpinionNeedsText' : null;
}

/** A ballot counts as cast in the room only from who is checked in there. */
export function channelOf(checkedIn: CastFacts['checkedIn']): 'room' | 'remote' {
  return checkedIn === 'room' ? 'room' : 'remote';
}
