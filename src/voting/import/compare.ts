import type { Decision } from '../../bodies/domain/decision.js';
import { OPTIONS, type Counts, type PublishedBallot, type PublishedSet, type PublishedVote } from './published-set.js';
import { mayNeedThreeFourths, presidingOfficerCarried, ruleOf } from './thresholds.js';

/** Something that is not as published. `marked`: the set itself says so, or says nothing that could be compared. */
export interface Difference {
  voteId: string;
  /** Row of votes.csv. */
  row: number;
  kind: 'outcome' | 'tally' | 'ballot' | 'roll' | 'arithmetic';
  ours: string;
  published: string;
  marked: string | null;
}

/**
 * The outcome a result states. `motion-carried:…` (Dallas): what was carried is the motion to defer, deny or remand, so
 * the motion that was voted on was adopted. `other` (held under advisement, no action taken) states none: null.
 * `undefined`: a result that is not known.
 */
export function publishedOutcome(result: string): 'adopted' | 'rejected' | null | undefined {
  if (result === 'passed' || result.startsWith('motion-carried:')) return 'adopted';
  if (result === 'failed') return 'rejected';
  return result === 'other' ? null : undefined;
}

/** How often each option occurs. */
function countsOf(ballots: readonly Pick<PublishedBallot, 'option'>[]): Counts {
  return Object.fromEntries(OPTIONS.flatMap((option) => {
    const count = ballots.filter((ballot) => ballot.option === option).length;
    return count > 0 ? [[option, count]] : [];
  }));
}

/** Tallies that are not what the ballots add up to, in votes.csv or expected.json. A count that was not published is not compared. */
export function tallyDifferences(set: PublishedSet, groups: ReadonlyMap<string, readonly PublishedBallot[]>): Difference[] {
  return set.votes.flatMap((vote) => {
    const counted = countsOf(groups.get(vote.id) ?? []);
    const expected = set.expected.get(vote.id)?.counts ?? {};
    const differs = (wanted: Counts, everyOption: boolean): boolean =>
      OPTIONS.some((option) => (everyOption || wanted[option] !== undefined) && (wanted[option] ?? 0) !== (counted[option] ?? 0));
    const sources = [{ file: 'votes.csv', wanted: vote.published, wrong: differs(vote.published, false) }, { file: 'expected.json', wanted: expected, wrong: differs(expected, true) }];
    return sources.filter(({ wrong }) => wrong).map(({ file, wanted }): Difference => ({
      voteId: vote.id, row: vote.row, kind: 'tally', ours: words(counted), published: `${words(wanted)} (${file})`, marked: set.anomalies.get(vote.id) ?? null,
    }));
  });
}

/** The decision of the product held against the published outcome, the ballots and the head count the threshold states. */
export function decisionDifferences(set: PublishedSet, vote: PublishedVote, replayed: { decision: Decision; ballots: readonly PublishedBallot[] }): Difference[] {
  const { decision, ballots } = replayed;
  const difference = (kind: Difference['kind'], ours: string, published: string, marked: string | null): Difference => ({ voteId: vote.id, row: vote.row, kind, ours, published, marked });
  const anomaly = set.anomalies.get(vote.id) ?? null;
  const wanted = publishedOutcome(vote.result);
  const found: Difference[] = [];
  if (wanted === null) found.push(difference('outcome', decision.outcome, vote.result, 'the set publishes no outcome'));
  else if (wanted !== decision.outcome) found.push(difference('outcome', `${decision.outcome} (${arithmetic(decision)})`, vote.result, anomaly ?? threeFourths(vote, decision)));
  const { yes = 0, no = 0, abstain = 0 } = countsOf(ballots);
  // The presiding officer stands in no ballot row.
  const presiding = presidingOfficerCarried(vote) ? 1 : 0;
  const inOffice = decision.members - presiding;
  if (inOffice !== ballots.length) found.push(difference('roll', `${inOffice} in office`, `${ballots.length} rows of ballots`, anomaly ?? missingRows(inOffice - ballots.length)));
  if (decision.tally.agree - presiding !== yes || decision.tally.disagree !== no || decision.tally.abstain !== abstain) found.push(difference('ballot', arithmetic(decision), words({ yes, no, abstain }), null));
  const stated = ruleOf(vote)?.stated ?? null;
  if (stated !== null && stated !== decision.needed) found.push(difference('arithmetic', `${decision.needed} of ${decision.base} needed`, `${stated} needed`, anomaly));
  return found;
}

/** The set itself leaves rows out (LAUSD, five votes): who has none is counted as not voting, and the outcome is compared all the same. */
function missingRows(missing: number): string | null {
  return missing > 0 ? `the set has no row for ${missing} in office` : null;
}

/** Some zoning items of Dallas need three-fourths, and the set does not say which: one that failed with less is explained. */
function threeFourths(vote: PublishedVote, { tally, outcome }: Decision): string | null {
  const explained = mayNeedThreeFourths(vote) && outcome === 'adopted' && tally.agree * 4 < (tally.agree + tally.disagree) * 3;
  return explained ? 'a zoning item may need three-fourths' : null;
}

function arithmetic({ tally, needed, base }: Decision): string {
  return `${needed} of ${base} needed; ${tally.agree} agreed, ${tally.disagree} disagreed, ${tally.abstain} abstained`;
}

function words(counts: Counts): string {
  return OPTIONS.flatMap((option) => (counts[option] === undefined ? [] : [`${option} ${counts[option]}`])).join(', ') || 'nothing';
}
