import { Injectable } from '@nestjs/common';
import { CalendarService } from '../../bodies/calendar.service.js';
import { dateOf } from '../../bodies/domain/working-days.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { officeRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AgendaRepository } from '../agenda.repository.js';
import { seriesAfter } from '../domain/series.js';
import { treeOf, writeTree } from './copy-agenda.js';
import type { CloneSessionDto, FromTemplateDto, SeriesDto, SeriesEntryDto, TemplateDto } from './preparing.dto.js';
import { SessionTemplate, type TemplateItem } from './template.entity.js';

const DAY_MS = 86_400_000;

/** Sessions made from others: a copy, a series, a template. */
@Injectable()
export class PreparingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly sessionsService: SessionsService,
    private readonly agenda: AgendaRepository,
    private readonly calendar: CalendarService,
    private readonly journal: Journal,
  ) {}

  /** A session with the same kind, place, length and agenda; papers and outcomes stay where they are. */
  async clone(actor: SignedIn, sessionId: string, dto: CloneSessionDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session, tree } = await this.source(tx, actor, sessionId);
      return this.make(tx, actor, { session, tree, title: dto.title, titleEn: null, startsAt: new Date(dto.startsAt) });
    });
  }

  async series(actor: SignedIn, sessionId: string, dto: SeriesDto): Promise<SeriesEntryDto[]> {
    return this.transactor.run(async (tx) => {
      const { session, tree } = await this.source(tx, actor, sessionId);
      const from = dateOf(session.startsAt);
      const dates = seriesAfter(from, dto.rhythm, dto.count, await this.calendar.load(tx));
      const made: SeriesEntryDto[] = [];
      for (const { date, moved } of dates) {
        const startsAt = new Date(session.startsAt.getTime() + Date.parse(date) - Date.parse(from));
        made.push({ sessionId: await this.make(tx, actor, { session, tree, title: session.title, titleEn: session.titleEn, startsAt }), startsAt: startsAt.toISOString(), moved });
      }
      return made;
    });
  }

  async saveTemplate(actor: SignedIn, sessionId: string, name: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session, tree } = await this.source(tx, actor, sessionId);
      const { bodyId, kind, place } = session;
      const { id } = await tx.manager.save(SessionTemplate, { bodyId, name: name.trim(), kind, place, minutes: minutesOf(session), items: tree });
      await this.agenda.tell(tx, actor, { session, type: 'session.changed', facts: { template: id } });
      return id;
    });
  }

  async templates(actor: SignedIn, bodyId: string): Promise<TemplateDto[]> {
    demand(actor, 'session.prepare', bodyId);
    return this.transactor.run(async (tx) => {
      const rows = await tx.manager.find(SessionTemplate, { where: { bodyId }, order: { name: 'ASC' } });
      return rows.map(({ id, name, kind, place, minutes, items }) => ({ id, name, kind, place, minutes, itemCount: countOf(items) }));
    });
  }

  async removeTemplate(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const template = found(await tx.manager.findOneBy(SessionTemplate, { id }));
      demand(actor, 'session.prepare', template.bodyId);
      await tx.manager.delete(SessionTemplate, { id });
      const { bodyId } = template;
      await this.journal.append(tx, { type: 'session.changed', actorId: actor.accountId, bodyId, audiences: [officeRoom(bodyId)], ids: { bodyId }, facts: { templateRemoved: id } });
    });
  }

  async fromTemplate(actor: SignedIn, bodyId: string, dto: FromTemplateDto): Promise<string> {
    demand(actor, 'session.prepare', bodyId);
    return this.transactor.run(async (tx) => {
      const { kind, place, minutes, items } = found(await tx.manager.findOneBy(SessionTemplate, { id: dto.templateId, bodyId }));
      const startsAt = new Date(dto.startsAt);
      const times = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + minutes * 60_000).toISOString() };
      const session = await this.sessionsService.insert(tx, actor, bodyId, { title: dto.title, kind, place, ...times });
      await writeTree(tx, { sessionId: session.id, bodyId }, items);
      return session.id;
    });
  }

  private async source(tx: Tx, actor: SignedIn, sessionId: string): Promise<{ session: Session; tree: TemplateItem[] }> {
    const session = await this.sessions.hold(tx, actor, sessionId, 'session.prepare');
    return { session, tree: treeOf(await this.agenda.itemsOf(tx, sessionId)) };
  }

  private async make(tx: Tx, actor: SignedIn, wanted: { session: Session; tree: TemplateItem[]; title: string; titleEn: string | null; startsAt: Date }): Promise<string> {
    const { session, tree, title, titleEn, startsAt } = wanted;
    const { bodyId, kind, place, onlineLink } = session;
    const endsAt = new Date(startsAt.getTime() + session.endsAt.getTime() - session.startsAt.getTime());
    const made = await this.sessionsService.insert(tx, actor, bodyId, { title, titleEn: titleEn ?? undefined, kind, place, onlineLink: onlineLink ?? undefined, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
    await writeTree(tx, { sessionId: made.id, bodyId }, tree);
    return made.id;
  }
}

function minutesOf({ startsAt, endsAt }: Session): number {
  return Math.min(Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000), DAY_MS / 60_000);
}

function countOf(items: readonly TemplateItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countOf(item.children), 0);
}
