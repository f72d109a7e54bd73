import { Injectable } from '@nestjs/common';
import { depthOf, numberAgenda } from '../../agenda/domain/agenda.js';
import { neededFor } from '../../bodies/domain/rule-set.js';
import { Transactor } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import type { LeftOut } from '../domain/print-pack.js';
import type { PackContent, PackLanguage, PackPaper, PackQuestion } from './pack-content.js';
import { HEAD_SQL, type HeadRow, ITEMS_SQL, type ItemRow, MEMBERS_SQL, type MemberRow, MOTIONS_SQL, type MotionRow, PAPERS_SQL, type PaperRow } from './pack-queries.js';

/** Everything a pack is made of, at one moment. */
export interface PackSources {
  head: HeadRow;
  session: { id: string; bodyId: string; title: string; titleEn: string | null; place: string };
  items: (ItemRow & { number: string; depth: number })[];
  /** In the order of the agenda. */
  papers: PaperRow[];
  members: MemberRow[];
  motions: MotionRow[];
}

/** Reads what a print pack needs, as the person who prints may see it. */
@Injectable()
export class PackReader {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
  ) {}

  async read(actor: SignedIn, sessionId: string): Promise<PackSources> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.run');
      const head = found((await tx.query<HeadRow>(HEAD_SQL, [sessionId, actor.accountId]))[0]);
      const rows = await tx.query<ItemRow>(ITEMS_SQL, [sessionId]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const items = numberAgenda(rows).map((item) => ({ ...item, depth: depthOf(byId, item.parentId) }));
      const papers = await tx.query<PaperRow>(PAPERS_SQL, [sessionId]);
      const members = await tx.query<MemberRow>(MEMBERS_SQL, [sessionId]);
      const motions = await tx.query<MotionRow>(MOTIONS_SQL, [sessionId]);
      const { id, bodyId, title, titleEn, place } = session;
      return { head, session: { id, bodyId, title, titleEn, place }, items, papers: items.flatMap((item) => papers.filter(({ itemId }) => itemId === item.id)), members, motions };
    });
  }
}

/** What the made pages say, in one of both languages. @param leftOut by the id of the paper */
export function toPackContent(sources: PackSources, language: PackLanguage, leftOut: ReadonlyMap<string, LeftOut>): PackContent {
  const { head, session, items, papers, members } = sources;
  const pick = (vi: string, en: string | null): string => (language === 'en' && en ? en : vi);
  const paperOf = ({ id, title, version, pages, sha256, fileName, isSigned }: PaperRow): PackPaper => ({ title, version, pages, sha256, fileName, isSigned, leftOut: leftOut.get(id) ?? null });
  return {
    language, body: pick(head.body, head.bodyEn), title: pick(session.title, session.titleEn), time: head.time, place: session.place, citation: pick(head.citation, head.citationEn),
    quorumNeeded: neededFor(head.settings.quorum, members.length), printedBy: pick(head.printedBy, head.printedByEn), printedAt: head.printedAt, isRehearsal: head.isRehearsal,
    items: items.map(({ id, number, depth, title, titleEn, kind, sponsor, minutes }) => ({ number, depth, title: pick(title, titleEn), kind, sponsor, minutes, papers: papers.filter(({ itemId }) => itemId === id).map(paperOf) })),
    members: members.map(({ seatNumber, title, titleEn, name, nameEn, isChair, votes }) => ({ seatNumber, title: pick(title, titleEn), name: pick(name, nameEn), isChair, votes })),
    questions: questionsOf(sources, pick),
  };
}

/** The questions that were prepared, and for a decision item without one its title. */
function questionsOf({ items, motions, head }: PackSources, pick: (vi: string, en: string | null) => string): PackQuestion[] {
  return items.flatMap((item) => {
    const { number, recusedSeats } = item;
    const put = motions.filter(({ itemId }) => itemId === item.id).map(({ question, questionEn, choices, options, most }) => ({
      number, question: pick(question, questionEn), choices, options: (options ?? []).map(({ label, labelEn }) => pick(label, labelEn)), most: most ?? 1, recusedSeats,
    }));
    if (put.length > 0 || item.kind !== 'decision') return put;
    return [{ number, question: pick(item.title, item.titleEn), choices: head.settings.choices, options: [], most: 1, recusedSeats }];
  });
}
