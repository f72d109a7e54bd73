import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Journal } from '../journal/journal.js';
import { ATTENDANCE_TRANSITIONS, mayAttend, whyCannotAttend } from './domain/attendance.js';
import { takesAttendance } from './domain/session-states.js';
import { siteOf } from './domain/sites.js';
import { SubstitutesService } from './guests/substitutes.service.js';
import { Attendance, type Session } from './session.entity.js';
import type { AttendanceActDto } from './sessions.dto.js';
import { audiencesOfSession, SessionsRepository } from './sessions.repository.js';

/** Who comes, who is there, who sends a substitute. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly journal: Journal,
    private readonly substitutes: SubstitutesService,
  ) {}

  async act(actor: SignedIn, sessionId: string, dto: AttendanceActDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.read');
      const { bodyId } = session;
      const isSelf = memberOf(actor, bodyId) === dto.memberId;
      if (!mayAttend(dto.act, { isSelf, runsSession: permits(actor, 'session.run', bodyId) })) throw new Refusal('notAllowed');
      await this.record(tx, actor, { session, dto });
    });
  }

  /** Within a transaction, of somebody who may: writes the act and tells of it. `by`: what the person showed for being there. */
  async record(tx: Tx, actor: SignedIn, of: { session: Session; dto: AttendanceActDto; by?: 'code' }): Promise<void> {
    const { session, dto, by } = of;
    const { bodyId, id: sessionId } = session;
    if (!takesAttendance(session.state)) throw new Refusal('sessionStateForbids', { state: session.state });
    const attendance = await this.sessions.attendanceOf(tx, sessionId, dto.memberId);
    refuseIf(whyCannotAttend(dto.act, attendance.state, dto), { state: attendance.state });
    await this.sessions.demandSite(tx, sessionId, siteOf(dto));
    const substituteName = await this.substitute(tx, actor, { session, dto });
    await tx.manager.update(Attendance, { sessionId, memberId: dto.memberId }, { ...this.patchOf(dto, attendance, await tx.now()), ...substituteName });
    const facts = { act: dto.act, from: attendance.state, to: ATTENDANCE_TRANSITIONS[dto.act].to, ...(by ? { by } : {}) };
    const siteId = siteOf(dto);
    const ids = { bodyId, sessionId, memberId: dto.memberId, ...(siteId ? { siteId } : {}) };
    const reason = dto.reason?.trim();
    await this.journal.append(tx, { type: 'session.attendance', actorId: actor.accountId, bodyId, audiences: audiencesOfSession(session), ids, facts, private: reason ? { reason } : undefined });
  }

  /** Who comes for the member; nobody once the member comes. */
  private async substitute(tx: Tx, actor: SignedIn, of: { session: Session; dto: AttendanceActDto }): Promise<Pick<Attendance, 'substituteName'> | null> {
    const { session, dto } = of;
    const { memberId, substituteAccountId: accountId, substituteName: name } = dto;
    if (dto.act === 'nameSubstitute') return { substituteName: await this.substitutes.put(tx, actor, { session, memberId, accountId, name }) };
    if (dto.act !== 'confirm' && dto.act !== 'checkIn') return null;
    await this.substitutes.withdraw(tx, actor, { session, memberId });
    return { substituteName: null };
  }

  private patchOf(dto: AttendanceActDto, before: Attendance, now: Date): Partial<Attendance> {
    const patch: Partial<Attendance> = { state: ATTENDANCE_TRANSITIONS[dto.act].to };
    if (dto.act === 'checkIn') Object.assign(patch, { mode: dto.mode, checkedInAt: now, atSiteId: siteOf(dto), leftAt: null });
    if (dto.act === 'leave') patch.leftAt = now;
    if (dto.act === 'requestAbsence') patch.reason = dto.reason?.trim() ?? null;
    if (dto.act === 'nameSubstitute') patch.reason = dto.reason?.trim() ?? before.reason;
    if (dto.act === 'confirm') patch.reason = null;
    return patch;
  }
}
