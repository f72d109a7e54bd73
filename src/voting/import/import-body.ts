import type { INestApplicationContext } from '@nestjs/common';
import { BodiesService } from '../../bodies/bodies.service.js';
import { RuleSetsService } from '../../bodies/rule-sets.service.js';
import { SeatsService } from '../../bodies/seats.service.js';
import { Transactor } from '../../database/transactor.js';
import type { SignedIn } from '../../identity/session-reader.js';
import type { PublishedSet } from './published-set.js';
import { planSeats, type Holder, type PlannedSeat } from './terms.js';
import { presidingOfficerCarried, ruleOf, toRuleSet } from './thresholds.js';

/** The body of a published set, ready to vote. */
export interface ImportedBody {
  bodyId: string;
  /** Rule of a threshold → its custom rule set. */
  ruleSetIds: Map<string, string>;
  /** Published id → the member with its account, as signed in on the days of office. */
  voters: Map<string, SignedIn>;
  /** Prepares and runs the sessions: secretariat and chair in one. */
  office: SignedIn;
  /** The chair who is no member: votes on an equal division only. Null where the set knows none. */
  presiding: { seatId: string; voter: SignedIn } | null;
}

const PRESIDING_OFFICER = 'Vice President';

/** Makes the body, its rule sets, seats and members through the product's services. */
export class BodyImporter {
  private readonly seats: SeatsService;
  private readonly administrator: SignedIn;

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly set: PublishedSet,
    accountId: string,
  ) {
    this.seats = app.get(SeatsService);
    this.administrator = { sessionId: '', restricted: false, accountId, administrator: true, rights: [], guestOf: [] };
  }

  /** Everything a replay of the set needs. The accounts have no password: nobody signs in with them. */
  static async import(app: INestApplicationContext, set: PublishedSet, holders: ReadonlyMap<string, Holder>): Promise<ImportedBody> {
    const accountId = await account(app, 'import-votes', 'Import of published votes');
    return new BodyImporter(app, set, accountId).run(holders);
  }

  private async run(holders: ReadonlyMap<string, Holder>): Promise<ImportedBody> {
    const ruleSetIds = await this.makeRuleSets();
    const [ruleSetId = ''] = ruleSetIds.values();
    const { body: name } = this.set;
    const { id: bodyId } = await this.app.get(BodiesService).create(this.administrator, { name: name.slice(0, 200), nameEn: name.slice(0, 200), shortName: name.slice(0, 40), kind: 'council', ruleSetId });
    const { accountId } = this.administrator;
    const office: SignedIn = { sessionId: '', restricted: false, accountId, administrator: false, rights: [{ bodyId, roles: ['secretariat', 'chair'], memberId: null }], guestOf: [] };
    const voters = new Map<string, SignedIn>();
    const seats = planSeats(this.set.members, holders);
    for (const [index, seat] of seats.entries()) await this.fill(bodyId, { seat, number: index + 2 }, voters);
    return { bodyId, ruleSetIds, voters, office, presiding: await this.seatPresidingOfficer(bodyId) };
  }

  private async makeRuleSets(): Promise<Map<string, string>> {
    const service = this.app.get(RuleSetsService);
    const made = new Map<string, string>();
    for (const vote of this.set.votes) {
      const rule = ruleOf(vote);
      if (rule && !made.has(rule.key)) made.set(rule.key, (await service.create(this.administrator, toRuleSet(rule, vote.threshold))).id);
    }
    return made;
  }

  /** Number 1 is kept for the presiding officer. */
  private async fill(bodyId: string, { seat, number }: { seat: PlannedSeat; number: number }, voters: Map<string, SignedIn>): Promise<void> {
    const { title, organisation, votes } = seat;
    const { id: seatId } = await this.seats.create(this.administrator, bodyId, { number, title: title || 'Member', organisation: organisation || undefined, isChair: false, votes });
    for (const { memberId: publishedId, name, from, until } of seat.holders) {
      const accountId = await account(this.app, publishedId, name);
      const { member } = await this.seats.addMember(this.administrator, seatId, { name, accountId, from });
      if (!member) throw new Error(`${publishedId} was not seated`);
      await this.seats.endTerm(this.administrator, member.id, until);
      voters.set(publishedId, voter(bodyId, accountId, member.id));
    }
  }

  private async seatPresidingOfficer(bodyId: string): Promise<ImportedBody['presiding']> {
    if (!this.set.votes.some((vote) => presidingOfficerCarried(vote))) return null;
    const days = this.set.votes.map((vote) => vote.date).sort();
    const accountId = await account(this.app, 'presiding-officer', PRESIDING_OFFICER);
    const { id: seatId } = await this.seats.create(this.administrator, bodyId, { number: 1, title: PRESIDING_OFFICER, isChair: true, votes: false });
    const { member } = await this.seats.addMember(this.administrator, seatId, { name: PRESIDING_OFFICER, accountId, from: days[0] ?? '' });
    if (!member) throw new Error('the presiding officer was not seated');
    return { seatId, voter: voter(bodyId, accountId, member.id) };
  }
}

function voter(bodyId: string, accountId: string, memberId: string): SignedIn {
  return { sessionId: '', restricted: false, accountId, administrator: false, rights: [{ bodyId, roles: ['member'], memberId }], guestOf: [] };
}

/** The account of this published id; one that is there from another import is used again. */
async function account(app: INestApplicationContext, username: string, name: string): Promise<string> {
  const sql = 'insert into account (username, name) values ($1, $2) on conflict (username) do update set username = excluded.username returning id';
  const [row] = await app.get(Transactor).query<{ id: string }>(sql, [username, name]);
  if (!row) throw new Error(`no account for ${username}`);
  return row.id;
}
