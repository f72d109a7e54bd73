import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import { guestIn, guestPermits, memberOf, permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import type { Session } from '../../sessions/session.entity.js';
import { maySeeItem, SessionsRepository } from '../../sessions/sessions.repository.js';
import { queueOf, secondsOf } from '../domain/speakers.js';
import type { FloorDto, SpokenDto, TurnDto } from './floor.dto.js';
import type { Turn } from './floor.entity.js';

const TURNS_SQL = `select t.id, t.item_id as "itemId", t.member_id as "memberId", t.account_id as "accountId", t.kind, t.state, t."order", t.minutes, t.asked_at as "askedAt", t.started_at as "startedAt", t.ended_at as "endedAt",
    coalesce(t.name, m.name) as name, case when t.name is null then m.name_en end as "nameEn"
  from turn t left join member m on m.id = t.member_id where t.session_id = $1 and t.state <> 'withdrawn'`;

const MEMBERS_SQL = `select m.id as "memberId", m.name, m.name_en as "nameEn" from attendance a join member m on m.id = a.member_id join seat s on s.id = m.seat_id where a.session_id = $1 order by s.number`;

type Row = Omit<Turn, 'name' | 'sessionId'> & { name: string; nameEn: string | null };

/** The floor as one person may see it. */
@Injectable()
export class FloorReader {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
  ) {}

  async read(actor: SignedIn, sessionId: string): Promise<FloorDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.visit');
      const rows = (await tx.query<Row>(TURNS_SQL, [sessionId])).filter(({ itemId }) => maySeeItem(actor, session, itemId));
      // How much members spoke in the whole session is not for who is invited to a part of it.
      const members = guestIn(actor, session)?.kind === 'invitee' ? [] : await tx.query<Pick<SpokenDto, 'memberId' | 'name' | 'nameEn'>>(MEMBERS_SQL, [sessionId]);
      return toFloorDto({ session, rows, members, actor, now: await tx.now() });
    });
  }
}

interface Sources {
  session: Session;
  rows: Row[];
  members: Pick<SpokenDto, 'memberId' | 'name' | 'nameEn'>[];
  actor: SignedIn;
  now: Date;
}

function toFloorDto({ session, rows, members, actor, now }: Sources): FloorDto {
  const had = rows.filter(({ state }) => state === 'done' || state === 'speaking');
  const runs = permits(actor, 'floor.run', session.bodyId);
  const memberId = memberOf(actor, session.bodyId);
  const toDto = ({ order: _order, accountId, askedAt, startedAt, endedAt, item: _item, member: _member, ...row }: Row): TurnDto => ({
    ...row, askedAt: askedAt.toISOString(), startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null,
    isFirst: !had.some((turn) => turn.id !== row.id && (row.memberId === null ? turn.name === row.name : turn.memberId === row.memberId)),
    can: { withdraw: row.state === 'waiting' && (runs || accountId === actor.accountId || (row.memberId !== null && row.memberId === memberId)), start: runs && row.state === 'waiting', end: runs && row.state === 'speaking' },
  });
  const speaking = rows.find(({ state }) => state === 'speaking');
  const waiting = queueOf(rows.filter(({ state, itemId }) => state === 'waiting' && itemId === session.currentItemId));
  const done = rows.filter(({ state }) => state === 'done').sort((left, right) => (right.endedAt?.getTime() ?? 0) - (left.endedAt?.getTime() ?? 0));
  const isRunning = session.state === 'inSession';
  return {
    now: now.toISOString(), speaking: speaking ? toDto(speaking) : null, waiting: waiting.map(toDto), done: done.map(toDto),
    spoken: members.map((member) => ({ ...member, ...spokenBy(had.filter((turn) => turn.memberId === member.memberId), now) })),
    can: { ask: isRunning && mayAsk(actor, session, memberId), run: isRunning && runs },
  };
}

function mayAsk(actor: SignedIn, session: Session, memberId: string | null): boolean {
  const guest = guestIn(actor, session);
  if (guest !== null) return session.currentItemId !== null && guestPermits(guest, 'floor.ask', session.currentItemId);
  return memberId !== null && permits(actor, 'floor.ask', session.bodyId);
}

function spokenBy(turns: Row[], now: Date): { turns: number; seconds: number } {
  return { turns: turns.length, seconds: turns.reduce((sum, turn) => sum + secondsOf(turn, now), 0) };
}
