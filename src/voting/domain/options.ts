import type { Tally } from '../../bodies/domain/decision.js';
import { type Base, neededToAdopt, type RuleSetSettings } from '../../bodies/domain/rule-set.js';
import type { ErrorCode } from '../../contract/error-codes.js';
import type { MotionKind } from './motion-states.js';

/** One of several things that can be chosen: an option, or a person who stands for election. */
export interface Option {
  id: string;
  label: string;
  labelEn: string | null;
}

/** How many a ballot may choose, and how many are taken. */
export interface OptionLimits {
  most: number;
  places: number;
}

/** One option with what it got. `tied`: it reached the number and has as many votes as another for the last place. */
export interface OptionResult {
  id: string;
  votes: number;
  chosen: boolean;
  tied: boolean;
}

/** What a choice among options decided, with everything its arithmetic needs. */
export interface OptionsDecision {
  options: OptionResult[];
  base: number;
  needed: number;
  of: Base;
  strict: boolean;
  tie: boolean;
  outcome: 'adopted' | 'rejected' | 'undecided';
  decidedBy: 'majority' | 'none';
}

/** Whether this kind of motion is answered by choosing among options. */
export function hasOptions(kind: MotionKind): boolean {
  return kind === 'options' || kind === 'election';
}

/** Why such options cannot be put: fewer than two, one twice, or limits that cannot be met; null when they can. */
export function whyCannotPut(labels: readonly string[], { most, places }: OptionLimits): ErrorCode | null {
  const distinct = new Set(labels.map((label) => label.trim().toLocaleLowerCase()));
  if (labels.length < 2 || distinct.size !== labels.length || labels.some((label) => label.trim() === '')) return 'optionsBad';
  return most >= 1 && most <= labels.length && places >= 1 && places <= labels.length ? null : 'optionLimitsBad';
}

/** Why these selected options are no ballot: none, too many, one twice, or one that is not put; null when they are. */
export function whyCannotSelect(selected: readonly string[], options: readonly Pick<Option, 'id'>[], most: number): ErrorCode | null {
  const known = selected.every((id) => options.some((option) => option.id === id));
  return selected.length > 0 && selected.length <= most && known && new Set(selected).size === selected.length ? null : 'selectionBad';
}

/**
 * Taken are the options that the needed number of the base chose, those with most votes first, as far as there are places. Equal votes for the
 * last place decide nothing between the equal ones: they are put again. (Luật Tổ chức chính quyền địa phương 2015 art. 83: more than half; the
 * needed number and its base are the rule set's)
 */
export function decideOptions(ballots: readonly (readonly string[])[], of: { options: readonly Pick<Option, 'id'>[]; places: number; tally: Tally; present: number }, rule: Pick<RuleSetSettings, 'adoption'>): OptionsDecision {
  const { tally, places } = of;
  const cast = tally.agree + tally.abstain;
  const bases: Record<Base, number> = { all: cast + tally.notVoted + tally.recused, present: Math.max(of.present, cast), cast: tally.agree };
  const base = bases[rule.adoption.of];
  const needed = neededToAdopt(rule.adoption, base);
  const counted = of.options.map(({ id }) => ({ id, votes: ballots.filter((selected) => selected.includes(id)).length }));
  const reached = counted.filter(({ votes }) => base > 0 && votes >= needed);
  const above = (votes: number): number => reached.filter((option) => option.votes > votes).length;
  const equal = (votes: number): number => reached.filter((option) => option.votes === votes).length;
  const options = counted.map(({ id, votes }) => {
    const isReached = base > 0 && votes >= needed;
    const fits = above(votes) + equal(votes) <= places;
    return { id, votes, chosen: isReached && fits, tied: isReached && !fits && above(votes) < places };
  });
  const tie = options.some(({ tied }) => tied);
  const facts = { options, base, needed, of: rule.adoption.of, strict: rule.adoption.strict, tie };
  if (options.some(({ chosen }) => chosen)) return { ...facts, outcome: 'adopted', decidedBy: 'majority' };
  return tie ? { ...facts, outcome: 'undecided', decidedBy: 'none' } : { ...facts, outcome: 'rejected', decidedBy: 'majority' };
}
