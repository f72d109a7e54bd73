import { type Base, type Choice, neededToAdopt, type RuleSetSettings } from './rule-set.js';

/** Ballots by choice, how many of the roll cast none, and how many members were not on it as they recused themselves. */
export interface Tally {
  agree: number;
  disagree: number;
  otherOpinion: number;
  abstain: number;
  notVoted: number;
  recused: number;
}

/** What was decided, with everything its arithmetic needs. */
export interface Decision {
  tally: Tally;
  /** Members in office: those on the roll and those who recused themselves. */
  members: number;
  /** Members present: checked in, or who voted from afar. */
  present: number;
  /** Of how many the share is taken. */
  base: number;
  of: Base;
  /** True: more than the threshold; false: at least. */
  strict: boolean;
  /** Fewest "agree" that adopt. */
  needed: number;
  tie: boolean;
  outcome: 'adopted' | 'rejected' | 'undecided';
  decidedBy: 'majority' | 'chair' | 'none';
  /** Where several things could be chosen: what each got. Then "agree" counts the ballots that chose something. */
  options?: { id: string; votes: number; chosen: boolean; tied: boolean }[];
}

/** Counts choices of a roll of so many members, beside whom some recused themselves. Order never matters. */
export function tallyOf(choices: readonly Choice[], members: number, recused = 0): Tally {
  const count = (choice: Choice): number => choices.filter((cast) => cast === choice).length;
  return { agree: count('agree'), disagree: count('disagree'), otherOpinion: count('otherOpinion'), abstain: count('abstain'), notVoted: members - choices.length, recused };
}

/** Of how many a share is taken: all members (who recused themselves is one of them, and never agrees), those present, or the ballots that agree or disagree. */
function baseOf(of: Base, tally: Tally, present: number): number {
  const cast = tally.agree + tally.disagree + tally.otherOpinion + tally.abstain;
  switch (of) {
    case 'all':
      return cast + tally.notVoted + tally.recused;
    case 'present':
      return Math.max(present, cast);
    case 'cast':
      return tally.agree + tally.disagree;
    default:
      return of satisfies never;
  }
}

/**
 * The outcome. Adopted when the needed number agrees; on equal votes the side the chair voted for, and without the
 * chair's "agree" or "disagree" undecided: it is put again. "Other opinion", abstention, absence and recusal are never "agree".
 * (NĐ 138/2016, NĐ 39/2022, NĐ 191/2026: more than half of all members; on equal votes the Prime Minister's side)
 */
export function decide(tally: Tally, present: number, rule: Pick<RuleSetSettings, 'adoption' | 'tie'>, chairChoice: Choice | null): Decision {
  const { of, strict } = rule.adoption;
  const base = baseOf(of, tally, present);
  const needed = neededToAdopt(rule.adoption, base);
  const tie = tally.agree === tally.disagree && tally.agree > 0;
  const members = tally.agree + tally.disagree + tally.otherOpinion + tally.abstain + tally.notVoted + tally.recused;
  const facts = { tally, members, present, base, of, strict, needed, tie };
  if (base > 0 && tally.agree >= needed) return { ...facts, outcome: 'adopted', decidedBy: 'majority' };
  if (!tie || rule.tie === 'rejected') return { ...facts, outcome: 'rejected', decidedBy: 'majority' };
  if (chairChoice === 'agree') return { ...facts, outcome: 'adopted', decidedBy: 'chair' };
  if (chairChoice === 'disagree') return { ...facts, outcome: 'rejected', decidedBy: 'chair' };
  return { ...facts, outcome: 'undecided', decidedBy: 'none' };
}
