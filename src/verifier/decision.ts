import type { Choice, MotionDecision, QuestionDecision } from './format.js';

/** What a rule set says of adoption. */
export interface Rule {
  adoption: { threshold: { numerator: number; denominator: number }; strict: boolean; of: 'all' | 'present' | 'cast' };
  tie: 'chair' | 'rejected';
}

interface Counted {
  agree: number;
  disagree: number;
  members: number;
  present: number;
}

function timesChosen(choices: readonly Choice[]): Record<Choice, number> {
  const times = { agree: 0, disagree: 0, otherOpinion: 0, abstain: 0 };
  for (const choice of choices) times[choice] += 1;
  return times;
}

/** Fewest "agree" that reach a share of the base. (docs/export-format.md) */
function neededOf({ threshold, strict, of }: Rule['adoption'], { agree, disagree, members, present }: Counted): { base: number; needed: number } {
  const base = { all: members, present, cast: agree + disagree }[of];
  const { numerator, denominator } = threshold;
  const share = BigInt(base) * BigInt(numerator);
  const by = BigInt(denominator);
  const needed = strict ? share / by + 1n : (share + by - 1n) / by;
  return { base, needed: Number(needed) };
}

/** Adopted when enough agree; on a tie the chair's side where the rule set says so. (docs/export-format.md; NĐ 138/2016 art. 3.3) */
function decided(rule: Rule, counted: Counted, chair: Choice | null): Omit<MotionDecision, 'tally' | 'options'> {
  const { agree, disagree, members, present } = counted;
  const { base, needed } = neededOf(rule.adoption, counted);
  const { of, strict } = rule.adoption;
  const tie = agree === disagree && agree > 0;
  const same = { members, present, base, of, strict, needed, tie };
  if (base > 0 && agree >= needed) return { ...same, outcome: 'adopted', decidedBy: 'majority' };
  if (!tie || rule.tie !== 'chair') return { ...same, outcome: 'rejected', decidedBy: 'majority' };
  if (chair === 'agree') return { ...same, outcome: 'adopted', decidedBy: 'chair' };
  if (chair === 'disagree') return { ...same, outcome: 'rejected', decidedBy: 'chair' };
  return { ...same, outcome: 'undecided', decidedBy: 'none' };
}

/** What a motion decides, from its ballots alone. */
export function decideMotion(rule: Rule, ballots: { choices: readonly Choice[]; chair: Choice | null }, roll: { size: number; recused: number; present: number }): MotionDecision {
  const times = timesChosen(ballots.choices);
  const cast = ballots.choices.length;
  const counted = { agree: times.agree, disagree: times.disagree, members: roll.size + roll.recused, present: Math.max(roll.present, cast) };
  return { tally: { ...times, notVoted: roll.size - cast, recused: roll.recused }, ...decided(rule, counted, ballots.chair), options: undefined };
}

/**
 * What a choice among options decides: those that enough ballots chose, most votes first, as far as there are places; equal votes for the last
 * place take none of the equal ones. (docs/export-format.md)
 */
export function decideOptions(rule: Rule, ballots: { choices: readonly Choice[]; selected: readonly (readonly string[])[] }, put: { ids: readonly string[]; places: number }, roll: { size: number; recused: number; present: number }): MotionDecision {
  const times = timesChosen(ballots.choices);
  const cast = ballots.choices.length;
  const counted = { agree: times.agree, disagree: 0, members: roll.size + roll.recused, present: Math.max(roll.present, cast) };
  const { base, needed } = neededOf(rule.adoption, counted);
  const votes = put.ids.map((id) => ({ id, votes: ballots.selected.filter((ids) => ids.includes(id)).length }));
  const ranked = votes.filter((option) => base > 0 && option.votes >= needed).map((option) => option.votes).sort((left, right) => right - left);
  const last = ranked[put.places - 1] ?? 0;
  const isCut = ranked.length > put.places && ranked[put.places] === last;
  const options = votes.map((option) => {
    const reached = base > 0 && option.votes >= needed;
    const tied = reached && isCut && option.votes === last;
    return { ...option, chosen: reached && !tied && option.votes >= last, tied };
  });
  const tie = options.some(({ tied }) => tied);
  const chosen = options.some((option) => option.chosen);
  const outcome = chosen ? 'adopted' : tie ? 'undecided' : 'rejected';
  const { of, strict } = rule.adoption;
  return { tally: { ...times, notVoted: roll.size - cast, recused: roll.recused }, members: counted.members, present: counted.present, base, of, strict, needed, tie, outcome, decidedBy: outcome === 'undecided' ? 'none' : 'majority', options };
}

/** What a question of a written request decides, from the replies alone; silence agrees where the rule set deems it so. */
export function decideQuestion(rule: Rule & { silence: 'deemed' | 'notAnswered' }, replies: { choices: readonly Choice[]; chair: Choice | null }, asked: number): QuestionDecision {
  const times = timesChosen(replies.choices);
  const present = replies.choices.length;
  const silent = asked - present;
  const [deemed, notAnswered] = rule.silence === 'deemed' ? [silent, 0] : [0, silent];
  const counted = { agree: times.agree + deemed, disagree: times.disagree, members: asked, present };
  return { tally: { ...times, deemed, notAnswered }, ...decided(rule, counted, replies.chair), options: undefined };
}

/** The same of a question with options: silence chooses nothing, whatever the rule set says of silence; as many are taken as a reply may choose. (docs/export-format.md) */
export function decideQuestionOptions(rule: Rule, replies: { choices: readonly Choice[]; selected: readonly (readonly string[])[] }, put: { ids: readonly string[]; places: number }, asked: number): QuestionDecision {
  const { tally: _, ...decision } = decideOptions(rule, replies, put, { size: asked, recused: 0, present: replies.choices.length });
  return { tally: { ...timesChosen(replies.choices), deemed: 0, notAnswered: asked - replies.choices.length }, ...decision };
}
