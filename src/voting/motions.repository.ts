import { Injectable } from '@nestjs/common';
import type { Choice } from '../bodies/domain/rule-set.js';
import type { Permission } from '../contract/permissions.js';
import type { Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import type { NamedBallotDto } from './voting.dto.js';
import { Motion } from './motion.entity.js';

/** Members in office on the day, with the right to vote and not recused from the item, become the roll. */
const FREEZE_SQL = `insert into motion_roll (motion_id, member_id, is_chair)
  select $1, m.id, s.is_chair from member m join seat s on s.id = m.seat_id and s.votes join body b on b.id = m.body_id
  where m.body_id = $2 and ($3::timestamptz at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')
    and not exists (select 1 from recusal x where x.item_id = any($4::uuid[]) and x.member_id = m.id)
  returning member_id`;

/** Every entry of the roll with its ballot, in protocol order; `present`: checked in now. */
const ROLL_SQL = `select r.member_id as "memberId", m.name, m.name_en as "nameEn", s.title, s.title_en as "titleEn", s.number as "seatNumber", r.is_chair as "isChair",
    r.member_id in (select motion_voters($1)) as "hasVoted", b.choice, b.text, b.selected, b.channel, b.entered_by is not null as entered, b.receipt, b.cast_at as "castAt", coalesce(a.state = 'checkedIn', false) as present
  from motion_roll r join member m on m.id = r.member_id join seat s on s.id = m.seat_id join motion mo on mo.id = r.motion_id
  left join ballot b on b.motion_id = r.motion_id and b.member_id = r.member_id
  left join attendance a on a.session_id = mo.session_id and a.member_id = r.member_id
  where r.motion_id = $1 order by s.number`;

/** An entry of the roll with its ballot. */
export interface RollRow extends Omit<NamedBallotDto, 'choice'> {
  isChair: boolean;
  choice: Choice | null;
  receipt: string | null;
  castAt: Date | null;
  present: boolean;
  entered: boolean;
  hasVoted: boolean;
}

@Injectable()
export class MotionsRepository {
  constructor(private readonly sessions: SessionsRepository) {}

  /** Locks the motion: nobody casts, closes or changes it meanwhile. */
  async lock(tx: Tx, actor: SignedIn, id: string, permission: Permission): Promise<{ motion: Motion; session: Session }> {
    const { sessionId } = found(await tx.manager.findOneBy(Motion, { id }));
    const session = await this.sessions.hold(tx, actor, sessionId, permission);
    const motion = found(await tx.manager.findOne(Motion, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    return { motion, session };
  }

  /** A motion for reading: substitutes follow the votes of their session, and take none of its proofs away. */
  async read(tx: Tx, actor: SignedIn, id: string, permission: 'session.read' | 'session.follow'): Promise<{ motion: Motion; session: Session }> {
    const motion = found(await tx.manager.findOneBy(Motion, { id }));
    const session = await this.sessions.hold(tx, actor, motion.sessionId, permission);
    return { motion, session };
  }

  /** Freezes the roll as of an instant; refuses an empty one. */
  async freezeRoll(tx: Tx, motion: Motion, of: { asOf: Date; items: string[] }): Promise<number> {
    const rows = await tx.query(FREEZE_SQL, [motion.id, motion.bodyId, of.asOf, of.items]);
    if (rows.length === 0) throw new Refusal('rollEmpty');
    return rows.length;
  }

  /** The items a motion decides: its own, or all of a block in the order of their ids. */
  async itemsOf(tx: Tx, motion: Pick<Motion, 'id' | 'itemId'>): Promise<string[]> {
    const rows = await tx.query<{ id: string }>('select item_id as id from motion_item where motion_id = $1 order by item_id', [motion.id]);
    return rows.length === 0 ? [motion.itemId] : rows.map(({ id }) => id);
  }

  async roll(tx: Tx, motionId: string): Promise<RollRow[]> {
    return tx.query<RollRow>(ROLL_SQL, [motionId]);
  }
}
