import type { ErrorCode } from '../../contract/error-codes.js';

/** An exact fraction; never a float. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

export const CHOICES = ['agree', 'disagree', 'otherOpinion', 'abstain'] as const;
/** A member's answer to a question put. "Other opinion" and "abstain" are never "agree". */
export type Choice = (typeof CHOICES)[number];

/** Of whom a share is taken: all members in office, those present, or the ballots that say yes or no. */
export type Base = 'all' | 'present' | 'cast';

/** When a motion is adopted: the share that agrees must be above (`strict`) or at least the threshold. */
export interface Majority {
  threshold: Fraction;
  strict: boolean;
  of: Base;
}

/** The numbers of a working regulation. (product/rules.md §1) */
export interface RuleSetSettings {
  /** Share of all members that must be present. */
  quorum: Fraction;
  adoption: Majority;
  /** On equal votes: the side the chair voted for, or rejected. */
  tie: 'chair' | 'rejected';
  choices: Choice[];
  /** Working days before a session by which papers are due. */
  papersLeadDays: { regular: number; adHoc: number };
  /** Working days for a written opinion. */
  opinionDays: { least: number; most: number; byDefault: number };
  /** What silence at the deadline means. */
  silence: 'deemed' | 'notAnswered';
  /** Whether a member who is absent may vote while the ballot is open. */
  absentMayVote: boolean;
  /** Whether a ballot may be changed until the close. */
  changeBallot: boolean;
  /** Whether casting a ballot and sending a reply ask for the person again. */
  stepUp: boolean;
  /** Whether silence before a session counts as "no objection" for the consent list. */
  consentBySilence: boolean;
  /** Minutes a turn may take, by its kind. */
  speakingMinutes: SpeakingMinutes;
  /** Pages of papers above which an item needs a summary; null: never. */
  summaryAbovePages: number | null;
  /** Pages a summary may have; null: any number. */
  summaryAtMostPages: number | null;
}

/** Minutes for presenting a matter, speaking on it, answering a speaker, and a point of order. */
export interface SpeakingMinutes {
  presentation: number;
  speech: number;
  intervention: number;
  pointOfOrder: number;
}

/** What sets from before these numbers existed are read with. The ten minutes of a presentation: product/rules.md §2. */
export const LATER_SETTINGS: Pick<RuleSetSettings, 'stepUp' | 'consentBySilence' | 'speakingMinutes' | 'summaryAbovePages' | 'summaryAtMostPages'> = {
  stepUp: false,
  consentBySilence: false,
  speakingMinutes: { presentation: 10, speech: 5, intervention: 3, pointOfOrder: 1 },
  summaryAbovePages: null,
  summaryAtMostPages: null,
};

/** Fewest members that reach the share: the quorum's head count. 27 members at 2/3 need 18. */
export function neededFor(share: Fraction, members: number): number {
  return Math.ceil((share.numerator * members) / share.denominator - Number.EPSILON);
}

/** Whether so many present make a session valid: present × denominator ≥ numerator × members. (NĐ 138/2016 art. 17; same in 2022, 2026) */
export function hasQuorum(share: Fraction, present: number, members: number): boolean {
  return members > 0 && present * share.denominator >= share.numerator * members;
}

/** Fewest "agree" that adopt, of a base. Above 1/2 of 27 is 14; at least 3/5 of 100 is 60. */
export function neededToAdopt(rule: Majority, base: number): number {
  const product = rule.threshold.numerator * base;
  const whole = Math.floor(product / rule.threshold.denominator);
  const exact = whole * rule.threshold.denominator === product;
  return rule.strict || !exact ? whole + 1 : whole;
}

/** Why these settings can decide nothing: a share above 1 or not above 0, no "agree", or days out of order; null if they can. */
export function whyCannotRule(settings: Omit<RuleSetSettings, keyof typeof LATER_SETTINGS>): ErrorCode | null {
  const shares = [settings.quorum, settings.adoption.threshold];
  const fair = shares.every(({ numerator, denominator }) => Number.isInteger(numerator) && Number.isInteger(denominator) && denominator > 0 && numerator >= 0 && numerator <= denominator);
  const { least, most, byDefault } = settings.opinionDays;
  const days = least >= 1 && least <= byDefault && byDefault <= most;
  const unanimousStrict = settings.adoption.strict && settings.adoption.threshold.numerator === settings.adoption.threshold.denominator;
  const choices = settings.choices.includes('agree') && settings.choices.includes('disagree') && new Set(settings.choices).size === settings.choices.length;
  return fair && days && choices && !unanimousStrict ? null : 'ruleSetImpossible';
}
