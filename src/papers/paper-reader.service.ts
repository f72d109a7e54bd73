import { Injectable } from '@nestjs/common';
import { type Queryable, Transactor, Tx } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import { guestPermits, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { SessionState } from '../sessions/domain/session-states.js';
import { isPackEditable, whyCannotRecall, whyCannotRelease, whyCannotRemove, whyCannotReplace } from './domain/paper-states.js';
import { packStanding } from './pack-standing.js';
import { type Lying, ownerFor, type OwnerKind, PaperOwners } from './paper-owners.js';
import { PAPERS_SQL, type PaperRow, toPaperBriefDto, VERSIONS_SQL } from './paper-rows.js';
import type { PaperBriefDto, PaperCanDto, PaperDto, PaperVersionDto } from './papers.dto.js';

const CAN_NOTHING: PaperCanDto = { replace: false, release: false, recall: false, remove: false };

/** Papers as the reader may see them: drafts and recalled ones are there for the office alone. */
@Injectable()
export class PaperReaderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly owners: PaperOwners,
  ) {}

  /**
   * Papers of many items or requests at once, in order. The caller has made sure that the reader may see the owners.
   *
   * @returns by owner; an owner without papers is not in it
   */
  async briefsOf(db: Queryable, actor: SignedIn, of: { kind: OwnerKind; ids: string[] }): Promise<Map<string, PaperBriefDto[]>> {
    const column = `${of.kind}_id`;
    const rows = await db.query<PaperRow>(`${PAPERS_SQL} and p.${column} = any($4::uuid[]) order by p."order", p.created_at, p.id`, [...rightsOf(actor, of.kind), of.ids]);
    const editable = await this.editableOwners(db, actor, { kind: of.kind, rows });
    const byOwner = new Map<string, PaperBriefDto[]>();
    for (const row of rows) {
      const ownerId = of.kind === 'dossier' ? (row.dossierId ?? '') : ownerFor(actor, row).id;
      const list = byOwner.get(ownerId) ?? [];
      list.push(toPaperBriefDto(row, canOf(actor, row, editable.has(ownerId)), mayCopyOf(actor, row, of.kind)));
      byOwner.set(ownerId, list);
    }
    return byOwner;
  }

  /** One paper; `notFound` for who may not see it. */
  async brief(tx: Tx, actor: SignedIn, paperId: string): Promise<PaperBriefDto> {
    const { row, editable, kind } = await this.row(tx, actor, paperId);
    return toPaperBriefDto(row, canOf(actor, row, editable), mayCopyOf(actor, row, kind));
  }

  /** One paper with its versions. */
  async read(actor: SignedIn, paperId: string): Promise<PaperDto> {
    return this.transactor.run(async (tx) => {
      const { row, editable, kind } = await this.row(tx, actor, paperId);
      const versions = await tx.query<{ version: Omit<PaperVersionDto, 'mayCopy'> }>(VERSIONS_SQL, [paperId, kind === 'dossier' || permits(actor, 'paper.readDraft', row.bodyId)]);
      const mayCopy = mayCopyOf(actor, row, kind);
      const brief = toPaperBriefDto(row, canOf(actor, row, editable), mayCopy);
      return { ...brief, recallReason: row.recallReason, versions: versions.map(({ version }) => ({ ...version, mayCopy })) };
    });
  }

  private async row(tx: Tx, actor: SignedIn, paperId: string): Promise<{ row: PaperRow; editable: boolean; kind: OwnerKind }> {
    const lying = found((await tx.query<Lying>('select body_id as "bodyId", item_id as "itemId", request_id as "requestId", dossier_id as "dossierId" from paper where id = $1', [paperId]))[0]);
    const of = ownerFor(actor, lying);
    const row = found((await tx.query<PaperRow>(`${PAPERS_SQL} and p.id = $4`, [...rightsOf(actor, of.kind), paperId]))[0]);
    const owner = await this.owners.load(tx, actor, { ...of, need: 'read' });
    return { row, editable: owner.editable, kind: of.kind };
  }

  /** Only who prepares papers needs to know; for items of a session it is one statement, however many they are. */
  private async editableOwners(db: Queryable, actor: SignedIn, of: { kind: OwnerKind; rows: PaperRow[] }): Promise<Set<string>> {
    if (of.kind === 'dossier') return new Set();
    const ids = [...new Set(of.rows.filter((row) => permits(actor, 'paper.prepare', row.bodyId)).map((row) => ownerFor(actor, row).id))];
    if (ids.length === 0) return new Set();
    if (of.kind === 'item') {
      const items = await db.query<{ id: string; state: SessionState; sentAt: Date | null; packFrozenAt: Date | null }>('select i.id, s.state, s.sent_at as "sentAt", s.pack_frozen_at as "packFrozenAt" from agenda_item i join session s on s.id = i.session_id where i.id = any($1::uuid[])', [ids]);
      return new Set(items.filter((item) => isPackEditable(packStanding(item))).map(({ id }) => id));
    }
    const ask = async (tx: Tx): Promise<Set<string>> => {
      const editable = new Set<string>();
      for (const id of ids) if ((await this.owners.load(tx, actor, { kind: of.kind, id, need: 'read' })).editable) editable.add(id);
      return editable;
    };
    return db instanceof Tx ? ask(db) : this.transactor.run(ask);
  }
}

/** The first three parameters of `PAPERS_SQL`. Papers of a dossier are seen by who may see the dossier, drafts and all. */
function rightsOf(actor: SignedIn, kind: OwnerKind): [string, string[], string[]] {
  const dossiers = kind === 'dossier' ? actor.rights.filter(({ bodyId }) => permits(actor, 'dossier.read', bodyId)).map(({ bodyId }) => bodyId) : [];
  const bodies = (permission: 'paper.read' | 'paper.readDraft'): string[] => actor.rights.filter(({ bodyId }) => permits(actor, permission, bodyId)).map(({ bodyId }) => bodyId);
  // Which papers of the session a guest reads, the caller and the rights on rows say.
  return [actor.accountId, [...bodies('paper.read'), ...actor.guestOf.map(({ bodyId }) => bodyId), ...dossiers], [...bodies('paper.readDraft'), ...dossiers]];
}

/** What the copy itself asks again, for the very session. */
function mayCopyOf(actor: SignedIn, { bodyId }: PaperRow, kind: OwnerKind): boolean {
  return kind === 'dossier' || permits(actor, 'paper.copy', bodyId) || actor.guestOf.some((guest) => guest.bodyId === bodyId && guestPermits(guest, 'paper.copy', null));
}

function canOf(actor: SignedIn, row: PaperRow, ownerEditable: boolean): PaperCanDto {
  if (!permits(actor, 'paper.prepare', row.bodyId)) return CAN_NOTHING;
  const standing = { state: row.state, hasUnreleased: row.version.releasedAt === null, ownerEditable };
  return {
    replace: whyCannotReplace(standing) === null,
    release: whyCannotRelease(standing) === null,
    recall: whyCannotRecall(standing, '-') === null,
    remove: whyCannotRemove(standing) === null,
  };
}
