import type { CreateRuleSetDto } from '../../bodies/rule-sets.dto.js';
import type { Base } from '../../bodies/domain/rule-set.js';
import type { PublishedVote } from './published-set.js';

/** A threshold as a majority rule: the share, whether it must be passed or reached, and of whom. */
export interface ThresholdRule {
  key: string;
  name: string;
  share: readonly [numerator: number, denominator: number];
  strict: boolean;
  of: Base;
  /** The head count that the text itself states, to be held against the product's arithmetic. */
  stated: number | null;
}

const SIMPLE: ThresholdRule = { key: 'simple', name: 'More than half of the votes cast; a tie is rejected', share: [1, 2], strict: true, of: 'cast', stated: null };
const THREE_FIFTHS: ThresholdRule = { key: 'three-fifths', name: 'At least three-fifths of all members', share: [3, 5], strict: false, of: 'all', stated: 60 };
const TWO_THIRDS_CAST: ThresholdRule = { key: 'two-thirds-cast', name: 'At least two-thirds of the votes cast', share: [2, 3], strict: false, of: 'cast', stated: null };
const TWO_THIRDS_PRESENT: ThresholdRule = { key: 'two-thirds-present', name: 'At least two-thirds of the members present', share: [2, 3], strict: false, of: 'present', stated: null };
const FULL_BOARD: ThresholdRule = { key: 'full-board', name: 'More than half of the full board', share: [1, 2], strict: true, of: 'all', stated: 4 };

const SENATE_SIMPLE = 'simple majority of votes cast; tie = rejected unless the Vice President votes';
const DALLAS_SIMPLE = 'simple majority of votes cast (some zoning items: three-fourths)';

/** Every threshold text that occurs, letter by letter: a text that is not here is refused, never guessed. */
export const THRESHOLDS: ReadonlyMap<string, ThresholdRule> = new Map([
  ['simple majority of votes cast', SIMPLE],
  [SENATE_SIMPLE, SIMPLE],
  [DALLAS_SIMPLE, SIMPLE],
  ['three-fifths of all members (60 of 100)', THREE_FIFTHS],
  ['three-fifths of all sworn', { ...THREE_FIFTHS, stated: null }],
  ['two-thirds of votes cast', TWO_THIRDS_CAST],
  ['two-thirds of members present', TWO_THIRDS_PRESENT],
  ['majority of the full board (4 of 7)', FULL_BOARD],
]);

/**
 * Motions of the Senate whose title says that more is needed than the set's general text: the set marks those that had
 * a majority and failed ("a super-majority was required"). Waiving the Congressional Budget Act: section 904; suspending
 * a rule: rule V. Told by the title alone, so that no outcome is read before it is computed.
 */
const BY_TITLE: readonly { threshold: string; title: RegExp; rule: ThresholdRule }[] = [
  { threshold: SENATE_SIMPLE, title: /^Motion to waive CBA\b/i, rule: { ...THREE_FIFTHS, stated: null } },
  { threshold: SENATE_SIMPLE, title: /^Motion to suspend\b/i, rule: TWO_THIRDS_CAST },
];

/** The rule a vote was held under; null for a threshold that is not known. */
export function ruleOf(vote: Pick<PublishedVote, 'threshold' | 'title'>): ThresholdRule | null {
  const special = BY_TITLE.find(({ threshold, title }) => threshold === vote.threshold && title.test(vote.title));
  return special?.rule ?? THRESHOLDS.get(vote.threshold) ?? null;
}

const CASTING_VOTE = 'Published tie. Carried: the Vice President (not a member) cast the deciding vote.';

/**
 * Whether the presiding officer, who is no member and stands in no ballot row, voted "agree" on an equal division.
 * (Constitution of the United States, art. I sec. 3: "no Vote, unless they be equally divided")
 */
export function presidingOfficerCarried(vote: Pick<PublishedVote, 'note'>): boolean {
  return vote.note === CASTING_VOTE;
}

/** Whether some votes under this text need three-fourths, and the set does not say which. */
export function mayNeedThreeFourths(vote: Pick<PublishedVote, 'threshold'>): boolean {
  return vote.threshold === DALLAS_SIMPLE;
}

/** The rule as a custom rule set. The sets state no quorum, no lead time and no written procedure. */
export function toRuleSet(rule: ThresholdRule, source: string): CreateRuleSetDto {
  const [numerator, denominator] = rule.share;
  return {
    name: rule.name, nameEn: rule.name, citation: source, citationEn: source,
    quorum: { numerator: 0, denominator: 1 }, adoption: { threshold: { numerator, denominator }, strict: rule.strict, of: rule.of },
    tie: 'rejected', choices: ['agree', 'disagree', 'abstain'], papersLeadDays: { regular: 0, adHoc: 0 }, opinionDays: { least: 1, most: 60, byDefault: 5 },
    silence: 'notAnswered', absentMayVote: true, changeBallot: false, stepUp: false,
  };
}
