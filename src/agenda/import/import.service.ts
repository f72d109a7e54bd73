import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { isAgendaEditable } from '../../sessions/domain/session-states.js';
import type { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { AgendaItem } from '../agenda-item.entity.js';
import { AgendaRepository } from '../agenda.repository.js';
import { DEEPEST_LEVEL } from '../domain/agenda.js';
import type { ImportedItem, ImportedMeeting } from '../domain/import/imported.js';
import type { AgendaImportedDto, AgendaPreviewDto, ImportAgendaDto, ImportedItemDto } from './import.dto.js';
import { readAgenda } from './read-agenda.js';

const TWO_HOURS = 2 * 3_600_000;
const DEFAULT_MINUTES = 10;
const LONGEST = { title: 300, place: 300, summary: 10_000 } as const;

/** Agendas from other systems: first a preview of every line, then all or nothing. */
@Injectable()
export class AgendaImportService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessionsService: SessionsService,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
  ) {}

  preview(actor: SignedIn, bodyId: string, text: string): AgendaPreviewDto {
    demand(actor, 'session.prepare', bodyId);
    const { format, lines, meetings } = readAgenda(text);
    const shown = meetings.map(({ title, startsAt, place, cancelled, items }) => ({ title, startsAt: instantOf(startsAt)?.toISOString() ?? null, place, cancelled, items: flat(items) }));
    return { format, lines, digest: digestOf(text), meetings: shown };
  }

  async run(actor: SignedIn, bodyId: string, dto: ImportAgendaDto): Promise<AgendaImportedDto> {
    demand(actor, 'session.prepare', bodyId);
    if (digestOf(dto.text) !== dto.digest) throw new Refusal('importChanged');
    const { meetings } = readAgenda(dto.text);
    const wanted = dto.meetings.map((index) => found(meetings[index]));
    return this.transactor.run(async (tx) => {
      const sessionIds: string[] = [];
      let items = 0;
      for (const meeting of wanted) {
        const session = dto.sessionId === undefined ? await this.sessionOf(tx, actor, { bodyId, meeting }) : await this.existing(tx, actor, { bodyId, sessionId: dto.sessionId });
        items += await this.write(tx, actor, { session, meeting, kind: dto.kind });
        sessionIds.push(session.id);
      }
      return { sessionIds: [...new Set(sessionIds)], items };
    });
  }

  private async existing(tx: Tx, actor: SignedIn, of: { bodyId: string; sessionId: string }): Promise<Session> {
    const session = await this.sessions.lock(tx, actor, of.sessionId, 'agenda.prepare');
    if (session.bodyId !== of.bodyId) throw new Refusal('notFound');
    if (!isAgendaEditable(session.state)) throw new Refusal('agendaLocked', { state: session.state });
    return session;
  }

  private async sessionOf(tx: Tx, actor: SignedIn, { bodyId, meeting }: { bodyId: string; meeting: ImportedMeeting }): Promise<Session> {
    const startsAt = instantOf(meeting.startsAt);
    if (startsAt === null) throw new Refusal('importTimeMissing', { title: meeting.title });
    const until = instantOf(meeting.endsAt);
    const endsAt = until !== null && until > startsAt ? until : new Date(startsAt.getTime() + TWO_HOURS);
    const dto = { title: meeting.title.slice(0, LONGEST.title) || '…', kind: 'regular' as const, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), place: meeting.place.slice(0, LONGEST.place), onlineLink: meeting.onlineLink ?? undefined };
    return this.sessionsService.insert(tx, actor, bodyId, dto);
  }

  /** Writes the items below one another after those that are there. */
  private async write(tx: Tx, actor: SignedIn, of: { session: Session; meeting: ImportedMeeting; kind: ImportAgendaDto['kind'] }): Promise<number> {
    const { session, meeting, kind } = of;
    const before = (await this.agenda.itemsOf(tx, session.id)).filter(({ parentId }) => parentId === null).length;
    const writeAll = async (items: ImportedItem[], parentId: string | null, start: number): Promise<number> => {
      let count = 0;
      for (const [index, item] of items.entries()) {
        const { title, sponsor, minutes, summary } = item;
        const row = await tx.manager.save(AgendaItem, {
          sessionId: session.id, bodyId: session.bodyId, parentId, order: start + index, title: title || '…', titleEn: null, kind: item.kind ?? kind, sponsor: sponsor?.slice(0, LONGEST.title) ?? null,
          minutes: minutes ?? (item.children.length > 0 ? 0 : DEFAULT_MINUTES), summary: summary?.slice(0, LONGEST.summary) ?? null,
        });
        count += 1 + (await writeAll(item.children, row.id, 0));
      }
      return count;
    };
    const count = await writeAll(flattenBelow(meeting.items, 1), null, before);
    if (count > 0) await this.agenda.tell(tx, actor, { session, type: 'agenda.changed', facts: { imported: count } });
    return count;
  }
}

/** Deeper than an agenda may be: what lies below the deepest level follows its parent there. */
function flattenBelow(items: readonly ImportedItem[], level: number): ImportedItem[] {
  return items.flatMap((item) => (level < DEEPEST_LEVEL ? [{ ...item, children: flattenBelow(item.children, level + 1) }] : [{ ...item, children: [] }, ...flattenBelow(item.children, level)]));
}

function flat(items: readonly ImportedItem[], prefix = ''): ImportedItemDto[] {
  return items.flatMap(({ children, ...item }, index) => [{ ...item, number: `${prefix}${index + 1}` }, ...flat(children, `${prefix}${index + 1}.`)]);
}

/** Wall clock without a zone is Viet Nam's. */
function instantOf(text: string | null): Date | null {
  if (text === null) return null;
  const at = new Date(/[Zz]$|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text.length === 10 ? `${text}T09:00` : text}+07:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
