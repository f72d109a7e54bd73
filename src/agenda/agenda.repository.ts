import { Injectable } from '@nestjs/common';
import type { EventIds, EventType } from '../contract/live-events.js';
import type { Permission } from '../contract/permissions.js';
import type { Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { itemInviteesRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { Session } from '../sessions/session.entity.js';
import { audiencesOfSession, audiencesOfWholeSession, maySeeItem, SessionsRepository } from '../sessions/sessions.repository.js';
import { AgendaItem } from './agenda-item.entity.js';

/** An item with its session, whose state is held still. */
export interface ItemInSession {
  item: AgendaItem;
  session: Session;
}

@Injectable()
export class AgendaRepository {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly journal: Journal,
  ) {}

  /** Loads an item for a change beside it; refuses who may not see its session or lacks the right. */
  async hold(tx: Tx, actor: SignedIn, itemId: string, permission: Permission): Promise<ItemInSession> {
    const item = found(await tx.manager.findOneBy(AgendaItem, { id: itemId }));
    const session = await this.sessions.hold(tx, actor, item.sessionId, permission);
    if (!maySeeItem(actor, session, itemId)) throw new Refusal('notFound');
    return { item, session };
  }

  /** Locks the session, so that two who move items do not meet. */
  async lock(tx: Tx, actor: SignedIn, itemId: string, permission: Permission): Promise<ItemInSession> {
    const item = found(await tx.manager.findOneBy(AgendaItem, { id: itemId }));
    const session = await this.sessions.lock(tx, actor, item.sessionId, permission);
    if (!maySeeItem(actor, session, itemId)) throw new Refusal('notFound');
    return { item: found(await tx.manager.findOneBy(AgendaItem, { id: itemId })), session };
  }

  async itemsOf(tx: Tx, sessionId: string): Promise<AgendaItem[]> {
    return tx.manager.findBy(AgendaItem, { sessionId });
  }

  /** One row in the journal about an item, told to who may see its session. */
  async tell(tx: Tx, actor: SignedIn, news: { session: Session; type: EventType; ids?: EventIds; facts?: Record<string, unknown>; private?: Record<string, unknown>; at?: Date }): Promise<void> {
    const { session, type, ids, ...rest } = news;
    const { bodyId, id: sessionId } = session;
    await this.journal.append(tx, { type, actorId: actor.accountId, bodyId, audiences: audiencesOfNews(session, type, ids?.itemId), ids: { bodyId, sessionId, ...ids }, ...rest });
  }
}

/** What invitees hear of their items: nothing of positions, comments and recusals, which they do not see. */
const ITEM_NEWS: readonly EventType[] = ['agenda.changed', 'agenda.outcome', 'turn.changed'];

function audiencesOfNews(session: Session, type: EventType, itemId: string | undefined): string[] {
  if (type === 'session.currentItem') return audiencesOfWholeSession(session);
  return [...audiencesOfSession(session), ...invitedTo(session, ITEM_NEWS.includes(type) ? itemId : undefined)];
}

/** The room of who is invited to an item, once they know of the session. */
export function invitedTo(session: Pick<Session, 'sentAt'>, itemId: string | undefined): string[] {
  return itemId === undefined || session.sentAt === null ? [] : [itemInviteesRoom(itemId)];
}
