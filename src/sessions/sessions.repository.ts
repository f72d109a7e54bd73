import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import { Refusal, found, refuseIf } from '../http/refusal.js';
import { guestIn, guestPermits, permits, whyNotPermitted } from '../identity/domain/policy.js';
import type { ErrorCode } from '../contract/error-codes.js';
import type { Permission } from '../contract/permissions.js';
import type { SignedIn } from '../identity/session-reader.js';
import { bodyRoom, inviteesRoom, officeRoom, substitutesRoom } from '../journal/audiences.js';
import { Attendance, Session, SessionSite } from './session.entity.js';

/** Members and guests see a session once it is sent; those who prepare and run it, and the chair, at once. */
export function maySeeSession(actor: SignedIn, session: Pick<Session, 'id' | 'bodyId' | 'sentAt'>): boolean {
  if (!permits(actor, 'session.read', session.bodyId)) return session.sentAt !== null && guestIn(actor, session) !== null;
  return session.sentAt !== null || permits(actor, 'session.prepare', session.bodyId) || permits(actor, 'session.run', session.bodyId);
}

/** Whether an item may be known of, in a session that may be seen. */
export function maySeeItem(actor: SignedIn, session: Pick<Session, 'id' | 'bodyId'>, itemId: string): boolean {
  const guest = guestIn(actor, session);
  return guest === null || guestPermits(guest, 'session.visit', itemId);
}

/** Who may hear of everything in a session: the office alone until it is sent. */
export function audiencesOfSession(session: Pick<Session, 'id' | 'bodyId' | 'sentAt'>): string[] {
  return session.sentAt === null ? [officeRoom(session.bodyId)] : [bodyRoom(session.bodyId), officeRoom(session.bodyId), substitutesRoom(session.id)];
}

/** The same for what names no item and no member: invitees hear it too. */
export function audiencesOfWholeSession(session: Pick<Session, 'id' | 'bodyId' | 'sentAt'>): string[] {
  return session.sentAt === null ? audiencesOfSession(session) : [...audiencesOfSession(session), inviteesRoom(session.id)];
}

/** Why this is not permitted in a session that may be seen: by the roles in its body, or as its guest. */
function whyNotPermittedIn(actor: SignedIn, session: Session, permission: Permission): ErrorCode | null {
  const guest = guestIn(actor, session);
  if (guest === null) return whyNotPermitted(actor, permission, session.bodyId);
  return guestPermits(guest, permission, null) ? null : 'notFound';
}

@Injectable()
export class SessionsRepository {
  /** Locks the session for a change; `notFound` for who may not see it, `notAllowed` for who lacks the right. */
  async lock(tx: Tx, actor: SignedIn, id: string, permission: Permission): Promise<Session> {
    return this.load(tx, actor, { id, permission, mode: 'pessimistic_write' });
  }

  /** Keeps the session's state still while something beside it is written; does not hinder others who do the same. */
  async hold(tx: Tx, actor: SignedIn, id: string, permission: Permission): Promise<Session> {
    return this.load(tx, actor, { id, permission, mode: 'pessimistic_read' });
  }

  async attendanceOf(tx: Tx, sessionId: string, memberId: string): Promise<Attendance> {
    return found(await tx.manager.findOne(Attendance, { where: { sessionId, memberId }, lock: { mode: 'pessimistic_write' } }));
  }

  /** One of the session's own sites, or none. */
  async demandSite(tx: Tx, sessionId: string, siteId: string | null): Promise<void> {
    if (siteId !== null) found(await tx.manager.findOneBy(SessionSite, { id: siteId, sessionId }));
  }

  async sitesOf(tx: Tx, sessionId: string): Promise<SessionSite[]> {
    return tx.manager.find(SessionSite, { where: { sessionId }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** Members in office on the session's day are invited, each once. */
  async invite(tx: Tx, session: Session): Promise<void> {
    await tx.query(
      `insert into attendance (session_id, member_id)
       select $1, m.id from member m join body b on b.id = m.body_id
       where m.body_id = $2 and ($3::timestamptz at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')
       on conflict do nothing`,
      [session.id, session.bodyId, session.startsAt],
    );
  }

  /** Head counts for the quorum: members invited, and those checked in. */
  async headCount(tx: Tx, sessionId: string): Promise<{ members: number; present: number }> {
    const [row] = await tx.query<{ members: number; present: number }>(
      `select count(*)::int as members, count(*) filter (where state = 'checkedIn')::int as present from attendance where session_id = $1`,
      [sessionId],
    );
    return found(row);
  }

  private async load(tx: Tx, actor: SignedIn, wanted: { id: string; permission: Permission; mode: 'pessimistic_write' | 'pessimistic_read' }): Promise<Session> {
    const session = found(await tx.manager.findOne(Session, { where: { id: wanted.id }, lock: { mode: wanted.mode } }));
    if (!maySeeSession(actor, session)) throw new Refusal('notFound');
    refuseIf(whyNotPermittedIn(actor, session, wanted.permission));
    return session;
  }
}
