import { Injectable } from '@nestjs/common';
import { SpeakersService } from '../agenda/floor/speakers.service.js';
import type { Choice } from '../bodies/domain/rule-set.js';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { AttendanceService } from '../sessions/attendance.service.js';
import { BallotGatherer } from '../voting/ballot-gatherer.js';
import { answerOf, arrives } from './domain/made-up.js';
import type { Play } from './rehearsal.dto.js';
import { RehearsalService } from './rehearsal.service.js';

interface MadeUp {
  memberId: string;
  index: number;
  present: boolean;
}

const PEOPLE_SQL = `select a.member_id as "memberId", (row_number() over (order by s.number) - 1)::int as index, a.state = 'checkedIn' as present
  from attendance a join member m on m.id = a.member_id and m.account_id is null join seat s on s.id = m.seat_id where a.session_id = $1 order by s.number`;

const OPEN_SQL = `select m.id, m.choices, m.options, m.most from motion m where m.session_id = $1 and m.state = 'open'`;
const ROLL_SQL = `select r.member_id as "memberId" from motion_roll r where r.motion_id = $1 and r.member_id not in (select motion_voters($1))`;

/** The members who do not exist: they arrive, ask to speak and vote when chair or secretariat let them, through the same doors as everybody. */
@Injectable()
export class MadeUpPeople {
  constructor(
    private readonly transactor: Transactor,
    private readonly rehearsals: RehearsalService,
    private readonly attendance: AttendanceService,
    private readonly speakers: SpeakersService,
    private readonly ballots: BallotGatherer,
  ) {}

  async play(actor: SignedIn, sessionId: string, act: Play): Promise<number> {
    const { session, people } = await this.transactor.run(async (tx) => ({ session: await this.rehearsals.demand(tx, actor, sessionId), people: await tx.query<MadeUp>(PEOPLE_SQL, [sessionId]) }));
    switch (act) {
      case 'arrive':
        return this.arrive(actor, sessionId, people);
      case 'askFloor':
        return this.ask(actor, session.currentItemId, people);
      case 'vote':
        return this.vote(actor, session, people);
      default:
        return act satisfies never;
    }
  }

  private async arrive(actor: SignedIn, sessionId: string, people: MadeUp[]): Promise<number> {
    const coming = people.filter(({ index, present }) => !present && arrives(index));
    for (const { memberId } of coming) await this.attendance.act(actor, sessionId, { memberId, act: 'checkIn', mode: 'room' });
    return coming.length;
  }

  private async ask(actor: SignedIn, itemId: string | null, people: MadeUp[]): Promise<number> {
    if (itemId === null) throw new Refusal('sessionNotRunning');
    const [first, second] = people.filter(({ present }) => present);
    let count = 0;
    for (const [person, kind] of [[first, 'speech'], [second, 'speech'], [second, 'pointOfOrder']] as const) {
      if (person === undefined) continue;
      try {
        await this.speakers.ask(actor, itemId, { kind, memberId: person.memberId });
        count += 1;
      } catch (error) {
        // Who waits already is not asked twice.
        if (!(error instanceof Refusal) || error.code !== 'turnWaiting') throw error;
      }
    }
    return count;
  }

  private async vote(actor: SignedIn, { id: sessionId, bodyId }: { id: string; bodyId: string }, people: MadeUp[]): Promise<number> {
    const [motion] = await this.transactor.query<{ id: string; choices: Choice[]; options: { id: string }[] | null; most: number | null }>(OPEN_SQL, [sessionId]);
    if (!motion) throw new Refusal('motionNotOpen');
    const waiting = new Set((await this.transactor.query<{ memberId: string }>(ROLL_SQL, [motion.id])).map(({ memberId }) => memberId));
    const put = { choices: motion.choices, options: motion.options, most: motion.most ?? 1 };
    const cast = people.filter(({ memberId, present }) => present && waiting.has(memberId)).flatMap(({ memberId, index }) => {
      const answer = answerOf(index, put);
      if (answer === null) return [];
      // No account stands behind them: the log names who let them vote.
      const voter: SignedIn = { ...actor, administrator: false, rights: [{ bodyId, roles: ['member'], memberId }] };
      return [this.ballots.cast({ actor: voter, motionId: motion.id, choice: answer.choice, text: answer.text, selected: answer.selected })];
    });
    return (await Promise.all(cast)).length;
  }
}
