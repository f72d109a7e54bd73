import { isDate } from '../../bodies/domain/member-import.js';
import type { Choice } from '../../bodies/domain/rule-set.js';
import { publishedOutcome } from './compare.js';
import { OPTIONS, type Problem, type PublishedBallot, type PublishedMember, type PublishedOption, type PublishedSet, type PublishedVote } from './published-set.js';
import { ruleOf } from './thresholds.js';

/** What an option becomes as a ballot; null: no ballot is cast (absent, or not entitled on this matter). */
const CHOICES: Record<PublishedOption, Choice | null> = { yes: 'agree', no: 'disagree', abstain: 'abstain', absent: null, not_applicable: null };

/** The choice of a published option; `undefined` for one that is not known. */
export function choiceOf(option: string): Choice | null | undefined {
  return isOption(option) ? CHOICES[option] : undefined;
}

function isOption(option: string): option is PublishedOption {
  return (OPTIONS as readonly string[]).includes(option);
}

/** Every row that cannot be imported, with what is wrong. No row is dropped in silence: one such row refuses the folder. */
export function problemsOf(set: PublishedSet): Problem[] {
  return [...memberProblems(set.members), ...voteProblems(set), ...ballotProblems(set)];
}

function memberProblems(members: readonly PublishedMember[]): Problem[] {
  const seen = new Map<string, number>();
  return members.flatMap(({ row, id, name, start, end }) => {
    const problem = (why: string): Problem => ({ file: 'members.csv', row, why });
    const before = seen.get(id);
    seen.set(id, row);
    return [
      ...(id === '' || name === '' ? [problem('a member without an id or a name')] : []),
      ...(before === undefined ? [] : [problem(`member ${id} stands already in row ${before}`)]),
      ...[start, end].filter((day) => day !== '' && !isDate(day)).map((day) => problem(`"${day}" is no date`)),
    ];
  });
}

function voteProblems({ votes, ballots, expected }: PublishedSet): Problem[] {
  const seen = new Map<string, number>();
  const withBallots = new Set(ballots.map((ballot) => ballot.voteId));
  return votes.flatMap((vote) => {
    const problem = (why: string): Problem => ({ file: 'votes.csv', row: vote.row, why: `vote ${vote.id}: ${why}` });
    const before = seen.get(vote.id);
    seen.set(vote.id, vote.row);
    const wanted = expected.get(vote.id);
    return [
      ...(before === undefined ? [] : [problem(`stands already in row ${before}`)]),
      ...(isDate(vote.date) ? [] : [problem(`"${vote.date}" is no date`)]),
      ...(ruleOf(vote) ? [] : [problem(`the threshold "${vote.threshold}" is not known`)]),
      ...(publishedOutcome(vote.result) === undefined ? [problem(`the result "${vote.result}" is not known`)] : []),
      ...(withBallots.has(vote.id) ? [] : [problem('it has no ballots')]),
      ...(wanted ? [] : [problem('expected.json does not have it')]),
      ...(wanted && wanted.result !== vote.result ? [problem(`its result is "${vote.result}" here and "${wanted.result}" in expected.json`)] : []),
    ];
  });
}

function ballotProblems({ members, votes, ballots }: PublishedSet): Problem[] {
  const people = new Map(members.map((member) => [member.id, member]));
  const known = new Set(votes.map((vote) => vote.id));
  const seen = new Map<string, number>();
  return ballots.flatMap((ballot) => {
    const problem = (why: string): Problem => ({ file: 'ballots.csv', row: ballot.row, why: `vote ${ballot.voteId}: ${why}` });
    const key = `${ballot.voteId} ${ballot.memberId}`;
    const before = seen.get(key);
    seen.set(key, ballot.row);
    return [
      ...(before === undefined ? [] : [problem(`${ballot.memberId} has a ballot already, in row ${before}`)]),
      ...(known.has(ballot.voteId) ? [] : [problem('votes.csv does not have it')]),
      ...(isOption(ballot.option) ? [] : [problem(`the option "${ballot.option}" is not known`)]),
      ...whoseProblems(ballot, people.get(ballot.memberId)).map((why) => problem(why)),
    ];
  });
}

function whoseProblems({ memberId, name }: PublishedBallot, member: PublishedMember | undefined): string[] {
  if (!member) return [`"${memberId}" is not a member`];
  if (!member.votes) return [`${memberId} has no right to vote`];
  return name === '' || name === member.name ? [] : [`${memberId} is "${member.name}", the ballot says "${name}"`];
}

/** Ballots of each vote, in the file's order. */
export function ballotsByVote({ votes, ballots }: { votes: readonly PublishedVote[]; ballots: readonly PublishedBallot[] }): Map<string, PublishedBallot[]> {
  const groups = new Map<string, PublishedBallot[]>(votes.map((vote) => [vote.id, []]));
  for (const ballot of ballots) groups.get(ballot.voteId)?.push(ballot);
  return groups;
}
