import type { PublishedBallot, PublishedMember, PublishedSet } from './published-set.js';

/** Who held a seat from which day to which. */
export interface Holder {
  memberId: string;
  name: string;
  from: string;
  until: string;
}

export interface PlannedSeat {
  title: string;
  organisation: string;
  votes: boolean;
  holders: Holder[];
}

/**
 * Terms of office. A published term may be turned round, or shorter than the days on which the member stands in a roll
 * (the sets took them from the order of their files): it is widened to all of these days. `widened`: whose.
 */
export function termsOf(set: Pick<PublishedSet, 'members' | 'votes' | 'ballots'>): { holders: Map<string, Holder>; widened: string[] } {
  const days = votingDays(set);
  const widened: string[] = [];
  const holders = new Map<string, Holder>();
  for (const { id, name, start, end } of set.members) {
    const known = [start, end, ...(days.get(id) ?? [])].filter((day) => day !== '').sort();
    const [from = '', until = ''] = [known[0], known.at(-1)];
    if (from !== start || until !== end) widened.push(name);
    holders.set(id, { memberId: id, name, from, until });
  }
  return { holders, widened };
}

function votingDays({ votes, ballots }: { votes: PublishedSet['votes']; ballots: PublishedBallot[] }): Map<string, Set<string>> {
  const dates = new Map(votes.map((vote) => [vote.id, vote.date]));
  const days = new Map<string, Set<string>>();
  for (const { memberId, voteId } of ballots) {
    const date = dates.get(voteId);
    const seen = days.get(memberId) ?? new Set<string>();
    if (date !== undefined) days.set(memberId, seen.add(date));
  }
  return days;
}

/** Whether this person sits in the body at all: some sets list one who only announced a position. */
function isSeated(member: Pick<PublishedMember, 'votes' | 'role'>): boolean {
  return member.votes || !/not a member/i.test(member.role);
}

/** Seats in the file's order; who comes after somebody of the same role and constituency has left takes that seat. */
export function planSeats(members: readonly PublishedMember[], holders: ReadonlyMap<string, Holder>): PlannedSeat[] {
  const seated = members.filter((member) => isSeated(member)).flatMap((member) => {
    const holder = holders.get(member.id);
    return holder ? [{ member, holder }] : [];
  });
  const seats: PlannedSeat[] = [];
  // A stable sort: those who came on the same day stay in the file's order.
  for (const { member, holder } of seated.sort((a, b) => (a.holder.from < b.holder.from ? -1 : Number(a.holder.from > b.holder.from)))) {
    const { role: title, constituency: organisation, votes } = member;
    const free = seats.find((seat) => seat.title === title && seat.organisation === organisation && seat.votes === votes && seat.holders.every(({ until }) => until < holder.from));
    if (free) free.holders.push(holder);
    else seats.push({ title, organisation, votes, holders: [holder] });
  }
  return seats;
}
