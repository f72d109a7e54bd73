import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Journal } from '../journal/journal.js';
import { ATTENDANCE_TRANSITIONS, mayAttend, whyCannotAttend } from './domain/attendance.js';
import { takesAttendance } from './domain/session-states.js';
import { Attendance } from './session.entity.js';
import type { AttendanceActDto } from './sessions.dto.js';
import { audiencesOfSession, SessionsRepository } from './sessions.repository.js';

/** Who comes, who is there, who sends a substitute. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly journal: Journal,
  ) {}

  async act(actor: SignedIn, sessionId: string, dto: AttendanceActDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.read');
      const { bodyId } = session;
      const isSelf = memberOf(actor, bodyId) === dto.memberId;
      if (!mayAttend(dto.act, { isSelf, runsSession: permits(actor, 'session.run', bodyId) })) throw new Refusal('notAllowed');
      if (!takesAttendance(session.state)) throw new Refusal('sessionStateForbids', { state: session.state });
      const attendance = await this.sessions.attendanceOf(tx, sessionId, dto.memberId);
      refuseIf(whyCannotAttend(dto.act, attendance.state, dto), { state: attendance.state });
      await tx.manager.update(Attendance, { sessionId, memberId: dto.memberId }, this.patchOf(dto, attendance, await tx.now()));
      const facts = { act: dto.act, from: attendance.state, to: ATTENDANCE_TRANSITIONS[dto.act].to };
      const ids = { bodyId, sessionId, memberId: dto.memberId };
      const reason = dto.reason?.trim();
      await this.journal.append(tx, { type: 'session.attendance', actorId: actor.accountId, bodyId, audiences: audiencesOfSession(session), ids, facts, private: reason ? { reason } : undefined });
    });
  }

  private patchOf(dto: AttendanceActDto, before: Attendance, now: Date): Partial<Attendance> {
    const patch: Partial<Attendance> = { state: ATTENDANCE_TRANSITIONS[dto.act].to };
    if (dto.act === 'checkIn') Object.assign(patch, { mode: dto.mode, checkedInAt: now });
    if (dto.act === 'requestAbsence') patch.reason = dto.reason?.trim() ?? null;
    if (dto.act === 'nameSubstitute') Object.assign(patch, { substituteName: dto.substituteName?.trim(), reason: dto.reason?.trim() ?? before.reason });
    if (dto.act === 'confirm') Object.assign(patch, { reason: null, substituteName: null });
    return patch;
  }
}
