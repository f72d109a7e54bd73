import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { memberOf } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { AttendanceService } from '../../sessions/attendance.service.js';
import { CheckInCodes, type ShownCode } from '../../sessions/check-in/check-in-codes.js';
import type { CheckInPlace } from '../../sessions/domain/check-in-code.js';
import { takesAttendance } from '../../sessions/domain/session-states.js';
import { SessionGuest } from '../../sessions/guests/session-guest.entity.js';
import { Attendance, Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { GuestAnswersService } from '../guests/guest-answers.service.js';
import type { CheckedInDto } from './check-in.dto.js';

/** Who I am in the session: somebody of the body, or a guest. */
type Participant = { member: Attendance } | { guest: SessionGuest };

/** Checking in by the code that hangs in the room. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly codes: CheckInCodes,
    private readonly attendance: AttendanceService,
    private readonly answers: GuestAnswersService,
  ) {}

  /** The code of this moment, for who runs the session. */
  async show(actor: SignedIn, place: CheckInPlace): Promise<ShownCode> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, place.sessionId, 'session.run');
      refuseUnlessOpen(session);
      await this.sessions.demandSite(tx, place.sessionId, place.siteId);
      return this.codes.show(place, await tx.now());
    });
  }

  /** Who is no participant is told that there is no such session, whatever the code. A second time changes nothing. */
  async checkIn(actor: SignedIn, sessionId: string, code: string): Promise<CheckedInDto> {
    return this.transactor.run(async (tx) => {
      const session = found(await tx.manager.findOne(Session, { where: { id: sessionId }, lock: { mode: 'pessimistic_read' } }));
      const participant = await participantOf(tx, actor, session);
      refuseUnlessOpen(session);
      const now = await tx.now();
      const sites = await this.sessions.sitesOf(tx, sessionId);
      const nameOf = (siteId: string | null): string | null => sites.find(({ id }) => id === siteId)?.name ?? null;
      const before = 'member' in participant ? participant.member : participant.guest;
      if (before.state === 'checkedIn') return { id: sessionId, checkedInAt: (before.checkedInAt ?? now).toISOString(), mode: before.mode ?? 'room', siteName: nameOf(before.atSiteId), isNew: false };
      const place = this.codes.placeOf(code, [null, ...sites.map(({ id }) => id)].map((siteId) => ({ sessionId, siteId })), now);
      if (place === null) throw new Refusal('checkInCodeOld');
      await this.record(tx, actor, { session, participant, siteId: place.siteId });
      return { id: sessionId, checkedInAt: now.toISOString(), mode: place.siteId === null ? 'room' : 'online', siteName: nameOf(place.siteId), isNew: true };
    });
  }

  private async record(tx: Tx, actor: SignedIn, { session, participant, siteId }: { session: Session; participant: Participant; siteId: string | null }): Promise<void> {
    const entry = { act: 'checkIn' as const, ...(siteId === null ? { mode: 'room' as const } : { mode: 'online' as const, siteId }) };
    if ('member' in participant) return this.attendance.record(tx, actor, { session, dto: { ...entry, memberId: participant.member.memberId }, by: 'code' });
    return this.answers.change(tx, actor, { session, guest: participant.guest, dto: entry, by: 'code' });
  }
}

function refuseUnlessOpen({ state }: Session): void {
  if (!takesAttendance(state)) throw new Refusal('sessionStateForbids', { state });
}

/** A guest who declined may think better of it at the door. */
async function participantOf(tx: Tx, actor: SignedIn, session: Session): Promise<Participant> {
  if (session.sentAt === null) throw new Refusal('notFound');
  const [sessionId, memberId, lock] = [session.id, memberOf(actor, session.bodyId), { mode: 'pessimistic_write' } as const];
  const member = memberId === null ? null : await tx.manager.findOne(Attendance, { where: { sessionId, memberId }, lock });
  if (member !== null) return { member };
  return { guest: found(await tx.manager.findOne(SessionGuest, { where: { sessionId, accountId: actor.accountId }, lock })) };
}
