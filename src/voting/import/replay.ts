import type { INestApplicationContext } from '@nestjs/common';
import { AgendaService } from '../../agenda/agenda.service.js';
import { SeatsService } from '../../bodies/seats.service.js';
import type { Decision } from '../../bodies/domain/decision.js';
import { Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { AttendanceService } from '../../sessions/attendance.service.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { BallotGatherer } from '../ballot-gatherer.js';
import { MotionReaderService } from '../motion-reader.service.js';
import { MotionActsService } from '../motion-acts.service.js';
import { MotionsService } from '../motions.service.js';
import { ballotsByVote, choiceOf } from './check-set.js';
import type { ImportedBody } from './import-body.js';
import type { PublishedBallot, PublishedSet, PublishedVote } from './published-set.js';
import { presidingOfficerCarried, ruleOf } from './thresholds.js';

/** A vote as the product decided it. */
export interface ReplayedVote {
  vote: PublishedVote;
  decision: Decision;
  ballots: readonly PublishedBallot[];
  /** Ballots that were cast and acknowledged. */
  cast: number;
  /** Ballots the product refused: row of ballots.csv and code. */
  refused: { row: number; code: string }[];
}

/** The votes of one meeting that were held under one rule: a session pins one rule set. */
interface Sitting {
  title: string;
  ruleSetId: string;
  votes: PublishedVote[];
}

const LONGEST_TITLE = 500;
const LONGEST_QUESTION = 1000;
// Noon in the body's zone, so that the day is the vote's own.
const noonOf = (date: string): Date => new Date(`${date}T12:00:00+07:00`);

/** Votes again, ballot by ballot, through the services a cabinet uses: the outcomes are the product's own. */
export class VoteReplay {
  private readonly sessions: SessionsService;
  private readonly agenda: AgendaService;
  private readonly motions: MotionsService;
  private readonly acts: MotionActsService;
  private readonly gatherer: BallotGatherer;
  private readonly groups: Map<string, PublishedBallot[]>;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly body: ImportedBody,
    private readonly set: PublishedSet,
  ) {
    this.sessions = app.get(SessionsService);
    this.agenda = app.get(AgendaService);
    this.motions = app.get(MotionsService);
    this.acts = app.get(MotionActsService);
    this.gatherer = app.get(BallotGatherer);
    this.groups = ballotsByVote(set);
  }

  async run(told: (vote: ReplayedVote) => void): Promise<void> {
    for (const sitting of this.sittings()) await this.hold(sitting, told);
  }

  private sittings(): Sitting[] {
    const sittings = new Map<string, Sitting>();
    for (const vote of this.set.votes) {
      const rule = ruleOf(vote);
      const ruleSetId = rule === null ? undefined : this.body.ruleSetIds.get(rule.key);
      if (rule === null || ruleSetId === undefined) throw new Error(`no rule set for ${vote.id}`);
      const key = `${vote.meetingId} ${rule.key}`;
      const sitting = sittings.get(key) ?? { title: `${vote.meetingId}: ${rule.name}`, ruleSetId, votes: [] };
      sittings.set(key, sitting);
      sitting.votes.push(vote);
    }
    return [...sittings.values()];
  }

  private async hold({ title, ruleSetId, votes }: Sitting, told: (vote: ReplayedVote) => void): Promise<void> {
    const { office, bodyId } = this.body;
    const days = votes.map((vote) => vote.date).sort();
    const [startsAt, endsAt] = [`${days[0] ?? ''}T08:00:00+07:00`, `${days.at(-1) ?? ''}T18:00:00+07:00`];
    const sessionId = await this.sessions.create(office, bodyId, { title, titleEn: title, kind: 'regular', startsAt, endsAt, place: 'import:votes', ruleSetId });
    const items = new Map<string, string>();
    for (const vote of votes) {
      const text = `${vote.itemRef} ${vote.title}`.trim().slice(0, LONGEST_TITLE);
      items.set(vote.id, await this.agenda.create(office, sessionId, { title: text, titleEn: text, kind: 'decision', minutes: 0 }));
    }
    for (const act of ['submit', 'approve', 'send'] as const) await this.sessions.act(office, sessionId, act, undefined);
    await this.checkIn(sessionId, votes);
    await this.sessions.act(office, sessionId, 'open', undefined);
    for (const vote of votes) told(await this.vote(vote, items.get(vote.id) ?? ''));
    await this.sessions.act(office, sessionId, 'end', undefined);
  }

  /** Who was there is known from the ballots only: whoever voted in a sitting of one day was. A longer one (a year of the Senate) says nothing. */
  private async checkIn(sessionId: string, votes: readonly PublishedVote[]): Promise<void> {
    if (new Set(votes.map((vote) => vote.date)).size > 1) return;
    const attendance = this.app.get(AttendanceService);
    const there = new Set(votes.flatMap((vote) => (this.groups.get(vote.id) ?? []).filter((ballot) => choiceOf(ballot.option) != null).map((ballot) => ballot.memberId)));
    for (const publishedId of there) {
      const memberId = this.voterOf(publishedId).rights[0]?.memberId ?? '';
      await attendance.act(this.body.office, sessionId, { memberId, act: 'checkIn', mode: 'room' });
    }
  }

  private async vote(vote: PublishedVote, itemId: string): Promise<ReplayedVote> {
    const { office } = this.body;
    const question = `${vote.question}: ${vote.title}`.slice(0, LONGEST_QUESTION);
    const motionId = await this.motions.prepare(office, itemId, { question, questionEn: question });
    const presiding = presidingOfficerCarried(vote) ? this.body.presiding : null;
    await this.open(motionId, vote, presiding?.seatId);
    const ballots = this.groups.get(vote.id) ?? [];
    const results = await Promise.all(ballots.map((ballot) => this.cast(motionId, ballot)));
    if (presiding) await this.gatherer.cast({ actor: presiding.voter, motionId, choice: 'agree', text: undefined });
    await this.acts.close(office, motionId);
    await this.acts.publish(office, motionId);
    const { result } = await this.app.get(MotionReaderService).read(office, motionId);
    if (!result) throw new Error(`${vote.id} was published without a result`);
    const refused = results.flatMap((one) => (typeof one === 'object' ? [one] : []));
    return { vote, decision: { ...result, options: undefined }, ballots, cast: results.filter((one) => one === 'cast').length, refused };
  }

  /** The presiding officer's seat has the vote while the roll is frozen, on an equal division only: a share "of all" never counts it. */
  private async open(motionId: string, vote: PublishedVote, presidingSeatId: string | undefined): Promise<void> {
    const seats = this.app.get(SeatsService);
    const administrator: SignedIn = { ...this.body.office, administrator: true };
    if (presidingSeatId) await seats.edit(administrator, presidingSeatId, { votes: true });
    await this.acts.open(this.body.office, motionId, { asOf: noonOf(vote.date) });
    if (presidingSeatId) await seats.edit(administrator, presidingSeatId, { votes: false });
  }

  private async cast(motionId: string, { row, memberId, option }: PublishedBallot): Promise<'cast' | 'none' | { row: number; code: string }> {
    const choice = choiceOf(option);
    if (!choice) return 'none';
    try {
      await this.gatherer.cast({ actor: this.voterOf(memberId), motionId, choice, text: undefined });
      return 'cast';
    } catch (error) {
      if (error instanceof Refusal) return { row, code: error.code };
      throw error;
    }
  }

  private voterOf(publishedId: string): SignedIn {
    const voter = this.body.voters.get(publishedId);
    if (!voter) throw new Error(`${publishedId} has no seat`);
    return voter;
  }
}
