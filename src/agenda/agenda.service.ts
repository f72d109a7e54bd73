import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transactor, type Tx, codeOf } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { isAgendaEditable } from '../sessions/domain/session-states.js';
import { SessionHooks } from '../sessions/session-hooks.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { AgendaItem } from './agenda-item.entity.js';
import type { CreateItemDto, EditItemDto, PlaceDto } from './agenda.dto.js';
import { AgendaRepository } from './agenda.repository.js';
import { DEEPEST_LEVEL, depthOf, moveItem, type ItemOutcome } from './domain/agenda.js';

const FOREIGN_KEY = '23503';

/** The agenda: items, their order and their outcomes. */
@Injectable()
export class AgendaService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
    private readonly sessions: SessionsRepository,
    private readonly hooks: SessionHooks,
  ) {}

  /** A session is concluded when every decision item has an outcome. (product/rules.md §2) */
  onModuleInit(): void {
    this.hooks.on('conclude', async (tx, session) => {
      const missing = await tx.manager.countBy(AgendaItem, { sessionId: session.id, kind: 'decision', outcome: IsNull() });
      if (missing > 0) throw new Refusal('outcomesMissing', { count: missing });
    });
  }

  async create(actor: SignedIn, sessionId: string, dto: CreateItemDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId, 'agenda.prepare');
      refuseUnlessEditable(session);
      const items = await this.agenda.itemsOf(tx, sessionId);
      const parentId = dto.parentId ?? null;
      if (parentId !== null) found(items.find((item) => item.id === parentId));
      if (depthOf(new Map(items.map((item) => [item.id, item])), parentId) >= DEEPEST_LEVEL) throw new Refusal('itemNestedTooDeep', { most: DEEPEST_LEVEL });
      const order = items.filter((item) => item.parentId === parentId).length;
      const { title, titleEn, kind, sponsor, minutes, summary, withheld = false } = dto;
      const text = { title: title.trim(), titleEn: titleEn ?? null, sponsor: sponsor ?? null, summary: summary ?? null };
      const item = await tx.manager.save(AgendaItem, { sessionId, bodyId: session.bodyId, parentId, order, kind, minutes, withheld, ...text });
      await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', ids: { itemId: item.id } });
      return item.id;
    });
  }

  async edit(actor: SignedIn, id: string, dto: EditItemDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { item, session } = await this.agenda.lock(tx, actor, id, 'agenda.prepare');
      refuseUnlessEditable(session);
      const { title = item.title, titleEn = item.titleEn, kind = item.kind, sponsor = item.sponsor, minutes = item.minutes, summary = item.summary, withheld = item.withheld } = dto;
      await tx.manager.update(AgendaItem, { id }, { title, titleEn: titleEn || null, kind, sponsor: sponsor || null, minutes, summary: summary || null, withheld });
      await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', ids: { itemId: id } });
    });
  }

  /** Only an item with nothing on it can go: papers, comments and motions are never lost by removing an item. */
  async remove(actor: SignedIn, id: string): Promise<void> {
    try {
      await this.transactor.run(async (tx) => {
        const { item, session } = await this.agenda.lock(tx, actor, id, 'agenda.prepare');
        refuseUnlessEditable(session);
        await tx.query('update session set current_item_id = null where id = $1 and current_item_id = $2', [session.id, id]);
        await tx.manager.delete(AgendaItem, { id });
        await tx.query(`update agenda_item set "order" = "order" - 1 where session_id = $1 and parent_id is not distinct from $2 and "order" > $3`, [session.id, item.parentId, item.order]);
        await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', ids: { itemId: id } });
      });
    } catch (error) {
      if (codeOf(error) === FOREIGN_KEY) throw new Refusal('itemHasContent');
      throw error;
    }
  }

  async move(actor: SignedIn, id: string, dto: PlaceDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.agenda.lock(tx, actor, id, 'agenda.prepare');
      refuseUnlessEditable(session);
      const items = await this.agenda.itemsOf(tx, session.id);
      const changed = moveItem(items, id, { parentId: dto.parentId ?? null, index: dto.index });
      if (changed === null) throw new Refusal('itemNestedTooDeep', { most: DEEPEST_LEVEL });
      for (const { id: itemId, parentId, order } of changed) await tx.manager.update(AgendaItem, { id: itemId }, { parentId, order });
      await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', ids: { itemId: id } });
    });
  }

  async setOutcome(actor: SignedIn, id: string, outcome: ItemOutcome): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, id, 'session.run');
      if (session.state !== 'inSession' && session.state !== 'suspended' && session.state !== 'ended') throw new Refusal('sessionNotRunning');
      await this.recordOutcome(tx, actor, { session, itemId: id, outcome });
    });
  }

  /** Within a transaction of a feature above: a vote decided the item. */
  async recordOutcome(tx: Tx, actor: SignedIn, decided: { session: Session; itemId: string; outcome: ItemOutcome }): Promise<void> {
    const { session, itemId, outcome } = decided;
    await tx.manager.update(AgendaItem, { id: itemId }, { outcome });
    await this.agenda.tell(tx, actor, { session, type: 'agenda.outcome', ids: { itemId }, facts: { outcome } });
  }
}

function refuseUnlessEditable(session: Session): void {
  if (!isAgendaEditable(session.state)) throw new Refusal('agendaLocked', { state: session.state });
}
