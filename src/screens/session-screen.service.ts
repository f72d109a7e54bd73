import { Injectable } from '@nestjs/common';
import { toGuestDto } from '../agenda/guests/guest-dto.js';
import { type GuestRow, GuestsRepository } from '../agenda/guests/guests.repository.js';
import { numberAgenda } from '../agenda/domain/agenda.js';
import { hasQuorum, LATER_SETTINGS, neededFor } from '../bodies/domain/rule-set.js';
import { isEmbeddable } from '../config/domain/video-origins.js';
import { Environment } from '../config/environment.js';
import { Transactor } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { demand } from '../identity/demand.js';
import { guestIn, memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { PaperReaderService } from '../papers/paper-reader.service.js';
import { maySeeSession } from '../sessions/sessions.repository.js';
import { itemRights, itemCan, sessionCan } from './session-can.js';
import { type BriefRow, type ItemRow, ITEMS_SQL, SESSION_SQL, SESSIONS_SQL, type SessionRow } from './session-queries.js';
import type { AgendaItemDto, AttendanceDto, QuorumDto, SessionBriefDto, SessionDto, SessionsDto } from './screens.dto.js';
import { ConsentListService } from '../voting/consent-list.service.js';
import { isUnderWay } from '../voting/domain/motion-states.js';
import { asGuestSees } from './guest-view.js';
import { nextStep } from './domain/next-step.js';
import type { PaperBriefDto } from '../papers/papers.dto.js';

/** The sessions of a body and the page of one. */
@Injectable()
export class SessionScreenService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PaperReaderService,
    private readonly consent: ConsentListService,
    private readonly guests: GuestsRepository,
    private readonly environment: Environment,
  ) {}

  async list(actor: SignedIn, bodyId: string): Promise<SessionsDto> {
    demand(actor, 'session.read', bodyId);
    const rows = await this.transactor.query<BriefRow>(SESSIONS_SQL, [bodyId, memberOf(actor, bodyId), seesUnsent(actor, bodyId)]);
    return { sessions: rows.map((row) => toBrief(row)), can: { create: permits(actor, 'session.prepare', bodyId), approve: permits(actor, 'session.approve', bodyId) } };
  }

  async read(actor: SignedIn, id: string): Promise<SessionDto> {
    return this.transactor.run(async (tx) => {
      const session = found((await tx.query<SessionRow>(SESSION_SQL, [id]))[0]);
      if (!maySeeSession(actor, session)) throw new Refusal('notFound');
      const memberId = memberOf(actor, session.bodyId);
      const items = await tx.query<ItemRow>(ITEMS_SQL, [id, memberId]);
      const papers = await this.papers.briefsOf(tx, actor, { kind: 'item', ids: items.map((item) => item.id) });
      const runs = permits(actor, 'session.run', session.bodyId);
      const hasConsentList = runs && (await this.consent.isWaiting(tx, session, session.ruleSet.settings.consentBySilence === true));
      const guests = await this.guests.ofSession(tx, id);
      return asGuestSees(toSessionDto({ session, items, papers, actor, memberId, hasConsentList, guests, videoOrigins: this.environment.videoOrigins }), guestIn(actor, session));
    });
  }
}

/** Who prepares or runs sees sessions that are not sent yet. */
export function seesUnsent(actor: SignedIn, bodyId: string): boolean {
  return permits(actor, 'session.prepare', bodyId) || permits(actor, 'session.run', bodyId);
}

export function toBrief(row: BriefRow): SessionBriefDto {
  return { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}

interface Sources {
  session: SessionRow;
  items: ItemRow[];
  papers: Map<string, PaperBriefDto[]>;
  actor: SignedIn;
  memberId: string | null;
  hasConsentList: boolean;
  guests: GuestRow[];
  videoOrigins: readonly string[];
}

function toSessionDto(sources: Sources): SessionDto {
  const { session, items, actor, memberId } = sources;
  const { settings, ...ruleSet } = session.ruleSet;
  const { id, bodyId, title, titleEn, kind, state, place, returnReason, currentItemId } = session;
  const onlineLink = takesPart(sources) ? session.onlineLink : null;
  const attendance = attendanceOf(sources);
  return {
    id, bodyId, title, titleEn, kind, state, place, onlineLink, embedsVideo: isEmbeddable(onlineLink, sources.videoOrigins), returnReason, currentItemId,
    startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(),
    openedAt: session.openedAt?.toISOString() ?? null, endedAt: session.endedAt?.toISOString() ?? null,
    packFrozenAt: session.sentAt === null && permits(actor, 'session.prepare', bodyId) ? (session.packFrozenAt?.toISOString() ?? null) : null,
    rehearsal: session.rehearsal, openReason: session.reason, itemCount: items.length, myMemberId: memberId,
    myAttendance: attendance.find((entry) => entry.memberId === memberId)?.state ?? null,
    ruleSet: { ...ruleSet, ...LATER_SETTINGS, ...settings }, quorum: quorumOf(session, items), attendance, items: itemsOf(sources), sites: session.sites ?? [], guests: sources.guests.map((guest) => toGuestDto(guest, actor, session)),
    nextStep: permits(actor, 'session.run', bodyId) ? nextStep(session, numberAgenda(items), sources.hasConsentList) : null,
    can: sessionCan(session, actor, memberId),
  };
}

/** The online room is for members who are called, guests who are let in, and who prepares or runs the session; not for all who may read of it. */
function takesPart({ session, actor, memberId }: Sources): boolean {
  const { bodyId, attendance } = session;
  return permits(actor, 'session.prepare', bodyId) || permits(actor, 'session.run', bodyId) || guestIn(actor, session) !== null || (attendance ?? []).some((entry) => entry.memberId === memberId);
}

/** Who is recused from the item under discussion is not counted as present for it. */
function quorumOf(session: SessionRow, items: ItemRow[]): QuorumDto {
  const recused = items.find((item) => item.id === session.currentItemId)?.recusals ?? [];
  const { settings, citation, citationEn } = session.ruleSet;
  const members = session.attendance?.length ?? 0;
  const present = session.attendance?.filter((entry) => entry.state === 'checkedIn' && recused.every(({ memberId }) => memberId !== entry.memberId)).length ?? 0;
  return { members, present, needed: neededFor(settings.quorum, members), reached: hasQuorum(settings.quorum, present, members), citation, citationEn };
}

/** Reasons of absence are for those who run the session and the member alone. */
function attendanceOf({ session, actor, memberId }: Sources): AttendanceDto[] {
  const seesReasons = permits(actor, 'session.run', session.bodyId) || permits(actor, 'session.prepare', session.bodyId);
  return (session.attendance ?? []).map((entry) => ({ ...entry, reason: seesReasons || entry.memberId === memberId ? entry.reason : null }));
}

function itemsOf({ session, items, papers, actor, memberId }: Sources): AgendaItemDto[] {
  const rights = itemRights(session, actor);
  const members = session.attendance?.length ?? 0;
  const seesReasons = permits(actor, 'session.run', session.bodyId);
  return numberAgenda(items).map(({ noObjection, objection, wishToSpeak, motions, recusals, runningSince, ...item }) => ({
    ...item, runningSince: runningSince?.toISOString() ?? null, motions: motions ?? [], amRecused: recusals?.some((entry) => entry.memberId === memberId) ?? false,
    recusals: (recusals ?? []).map((entry) => ({ ...entry, reason: seesReasons || entry.memberId === memberId ? entry.reason : null })), papers: papers.get(item.id) ?? [],
    positions: { noObjection, objection, wishToSpeak, silent: Math.max(0, members - noObjection - objection - wishToSpeak) },
    can: itemCan(rights, { isEmpty: (papers.get(item.id)?.length ?? 0) === 0 && item.commentCount === 0 && (motions?.length ?? 0) === 0, hasRoll: motions?.some(({ state }) => isUnderWay(state) || state === 'closed' || state === 'published') ?? false }),
  }));
}
