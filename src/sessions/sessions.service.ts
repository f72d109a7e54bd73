import { Injectable } from '@nestjs/common';
import { Body } from '../bodies/body.entity.js';
import { hasQuorum } from '../bodies/domain/rule-set.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { EventType } from '../contract/live-events.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found, refuseIf } from '../http/refusal.js';
import { demand } from '../identity/demand.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Journal } from '../journal/journal.js';
import { isEditable, SESSION_TRANSITIONS, whyCannotAct, whyCannotOpen, type SessionAct } from './domain/session-states.js';
import { SessionHooks } from './session-hooks.js';
import { Session } from './session.entity.js';
import type { CreateSessionDto, EditSessionDto } from './sessions.dto.js';
import { audiencesOfWholeSession, SessionsRepository } from './sessions.repository.js';

/** A session's life: prepared, approved, sent, run, ended. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly hooks: SessionHooks,
    private readonly journal: Journal,
  ) {}

  async create(actor: SignedIn, bodyId: string, dto: CreateSessionDto): Promise<string> {
    demand(actor, 'session.prepare', bodyId);
    return this.transactor.run(async (tx) => (await this.insert(tx, actor, bodyId, dto)).id);
  }

  /** Within a transaction of somebody who may prepare sessions of this body. */
  async insert(tx: Tx, actor: SignedIn, bodyId: string, dto: CreateSessionDto): Promise<Session> {
    const body = found(await tx.manager.findOneBy(Body, { id: bodyId }));
    const ruleSet = await this.ruleSets.read(tx, dto.ruleSetId ?? body.ruleSetId);
    const { title, titleEn, kind, place, onlineLink } = dto;
    const times = orderedTimes(new Date(dto.startsAt), new Date(dto.endsAt));
    const session = await tx.manager.save(Session, { state: 'draft' as const, bodyId, ruleSetId: ruleSet.id, title, titleEn: titleEn ?? null, kind, place, onlineLink: onlineLink ?? null, ...times, sentAt: null });
    await this.tell(tx, actor, { session, type: 'session.changed' });
    return session;
  }

  async edit(actor: SignedIn, id: string, dto: EditSessionDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, id, 'session.prepare');
      if (!isEditable(session.state)) throw new Refusal('sessionStateForbids', { state: session.state });
      const { title = session.title, titleEn = session.titleEn, kind = session.kind, place = session.place, onlineLink = session.onlineLink } = dto;
      const times = orderedTimes(dto.startsAt ? new Date(dto.startsAt) : session.startsAt, dto.endsAt ? new Date(dto.endsAt) : session.endsAt);
      await tx.manager.update(Session, { id }, { title, titleEn: titleEn || null, kind, place, onlineLink, ...times });
      await this.tell(tx, actor, { session, type: 'session.changed' });
    });
  }

  async act(actor: SignedIn, id: string, act: SessionAct, reason: string | undefined): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, id, SESSION_TRANSITIONS[act].permission);
      refuseIf(whyCannotAct(act, session.state, reason), { state: session.state });
      await this.check(tx, session, { act, actor, reason });
      await this.hooks.run(act, tx, session, actor);
      await this.apply(tx, session, act, reason?.trim());
      await this.tell(tx, actor, { session, type: 'session.stateChanged', facts: { act, from: session.state, to: SESSION_TRANSITIONS[act].to }, private: reason?.trim() ? { reason: reason.trim() } : undefined });
    });
  }

  private async check(tx: Tx, session: Session, asked: { act: SessionAct; actor: SignedIn; reason: string | undefined }): Promise<void> {
    const { act, actor, reason } = asked;
    if (act === 'submit') {
      if (!session.place.trim() && !session.onlineLink) throw new Refusal('sessionIncomplete', { fields: ['place'] });
      const [item] = await tx.query('select 1 from agenda_item where session_id = $1 limit 1', [session.id]);
      if (!item) throw new Refusal('agendaEmpty');
    }
    if (act === 'open') {
      const { members, present } = await this.sessions.headCount(tx, session.id);
      const { quorum } = await this.ruleSets.read(tx, session.ruleSetId);
      const isChair = permits(actor, 'session.approve', session.bodyId);
      refuseIf(whyCannotOpen(hasQuorum(quorum, present, members), isChair, reason), { present, members });
    }
  }

  private async apply(tx: Tx, session: Session, act: SessionAct, reason: string | undefined): Promise<void> {
    const now = await tx.now();
    const patch: Partial<Session> = { state: SESSION_TRANSITIONS[act].to };
    if (act === 'return') patch.returnReason = reason ?? null;
    if (act === 'postpone' || act === 'cancel' || (act === 'open' && reason)) patch.reason = reason ?? null;
    if (act === 'send') {
      patch.sentAt = now;
      await this.sessions.invite(tx, session);
    }
    if (act === 'open') patch.openedAt = now;
    if (act === 'end') Object.assign(patch, { endedAt: now, currentItemId: null });
    await tx.manager.update(Session, { id: session.id }, patch);
    session.sentAt = patch.sentAt ?? session.sentAt;
  }

  private tell(tx: Tx, actor: SignedIn, news: { session: Session; type: EventType; facts?: Record<string, unknown>; private?: Record<string, unknown> }): Promise<void> {
    const { session, type, ...rest } = news;
    const { id: sessionId, bodyId } = session;
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId, audiences: audiencesOfWholeSession(session), ids: { bodyId, sessionId }, ...rest });
  }
}

function orderedTimes(startsAt: Date, endsAt: Date): { startsAt: Date; endsAt: Date } {
  if (endsAt <= startsAt) throw new Refusal('sessionEndsBeforeStart');
  return { startsAt, endsAt };
}
