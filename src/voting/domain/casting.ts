import type { Choice } from '../../bodies/domain/rule-set.js';
import type { ErrorCode } from '../../contract/error-codes.js';
import type { MotionState } from './motion-states.js';

/** What a cast is judged by. */
export interface CastFacts {
  state: MotionState;
  choices: readonly Choice[];
  /** Where the voter is: null when not checked in. */
  checkedIn: 'room' | 'online' | null;
  absentMayVote: boolean;
}

/** Why this ballot is refused before it is written; null when it may be. "Other opinion" says which. (product/rules.md §4) */
export function whyCannotCast(facts: CastFacts, choice: Choice, text: string | undefined): ErrorCode | null {
  if (facts.state !== 'open') return 'motionNotOpen';
  if (!facts.choices.includes(choice)) return 'choiceNotOffered';
  if (choice === 'otherOpinion' && !text?.trim()) return 'otherOpinionNeedsText';
  return facts.checkedIn === null && !facts.absentMayVote ? 'absentMayNotVote' : null;
}

/** A ballot counts as cast in the room only from who is checked in there. */
export function channelOf(checkedIn: CastFacts['checkedIn']): 'room' | 'remote' {
  return checkedIn === 'room' ? 'room' : 'remote';
}
