import { Injectable } from '@nestjs/common';
import type { EventIds, EventType } from '../contract/live-events.js';
import { Transactor } from '../database/transactor.js';
import { found, Refusal } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { CheckpointsService } from '../journal/checkpoints.service.js';
import { canonicalJson } from '../journal/domain/canonical.js';
import { contentOfRow } from '../journal/domain/row.js';
import { leafHash } from '../journal/domain/tree.js';
import { LogTree } from '../journal/log-tree.js';
import type { EntriesQueryDto, EntryProofDto, JournalEntryDto, JournalPageDto } from './log.dto.js';

interface Row {
  seq: number;
  at: Date;
  type: EventType;
  actor_id: string | null;
  actor_name: string | null;
  actor_name_en: string | null;
  body_id: string | null;
  body_name: string | null;
  body_name_en: string | null;
  ids: EventIds;
  facts: Record<string, unknown>;
  private_hash: Buffer | null;
}

/** Rows of the auditor's bodies, and those of no body (people, rule sets, calendar), newest first. */
const ENTRIES_SQL = `select l.seq::float8 as seq, e.at, e.type, e.actor_id, a.name as actor_name, a.name_en as actor_name_en, e.body_id, b.name as body_name, b.name_en as body_name_en, e.ids, e.facts, e.private_hash
  from journal_log l join journal_entry e on e.id = l.entry_id left join account a on a.id = e.actor_id left join body b on b.id = e.body_id
  where (e.body_id is null or e.body_id = any($1::uuid[])) and l.seq < $2 and ($3::uuid is null or e.body_id = $3) and ($4::text is null or e.type like $4 || '.%')
    and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)
    and ($7::text is null or l.seq::text = $7 or e.actor_id::text = lower($7) or e.ids::text like '%"' || lower($7) || '"%' or a.username ilike $8 or a.name ilike $8 or a.name_en ilike $8)
  order by l.seq desc limit $9`;

const ROW_SQL = `select l.seq::float8 as seq, e.at, e.type, e.actor_id, e.body_id, e.ids, e.facts, e.private_hash
  from journal_log l join journal_entry e on e.id = l.entry_id where l.seq = $1`;

/** Bodies whose journal the actor may read. */
export function auditedBodies(actor: SignedIn): string[] {
  return actor.rights.map(({ bodyId }) => bodyId).filter((bodyId) => permits(actor, 'journal.read', bodyId));
}

/** The journal as auditors read it: what happened, and the proof of each row. */
@Injectable()
export class JournalReaderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly checkpoints: CheckpointsService,
    private readonly tree: LogTree,
  ) {}

  async list(actor: SignedIn, query: EntriesQueryDto): Promise<JournalPageDto> {
    const { bodyId, kind, from, until, limit } = query;
    const words = query.q?.normalize('NFC').trim() || null;
    const like = words === null ? null : `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const values = [auditedBodies(actor), query.before ?? Number.MAX_SAFE_INTEGER, bodyId ?? null, kind ?? null, from ?? null, until ?? null, words, like, limit + 1];
    const rows = await this.transactor.query<Row>(ENTRIES_SQL, values);
    const entries = rows.slice(0, limit).map((row) => toEntry(row));
    return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
  }

  /** A row that no checkpoint covers yet gets one first. */
  async prove(actor: SignedIn, seq: number): Promise<EntryProofDto> {
    const [row] = await this.transactor.query<Row>(ROW_SQL, [seq]);
    if (!row || (row.body_id !== null && !auditedBodies(actor).includes(row.body_id))) throw new Refusal('notFound');
    const latest = await this.checkpoints.latest();
    const checkpoint = found(latest !== null && latest.size >= seq ? latest : await this.checkpoints.make());
    const root = await this.tree.root(this.transactor, checkpoint.size);
    const path = await this.tree.inclusion(this.transactor, seq, checkpoint.size);
    const content = contentOf(row);
    return { seq, content, leafHash: leafHash(content).toString('base64'), size: checkpoint.size, root: root.toString('base64'), path: path.map((hash) => hash.toString('base64')), note: checkpoint.note };
  }
}

/** The row as it was hashed. */
function contentOf({ seq, type, at, actor_id: actorId, body_id: bodyId, ids, facts, private_hash: privateHash }: Row): string {
  return contentOfRow({ seq, type, at, actorId, bodyId, ids, facts, privateHash });
}

function toEntry(row: Row): JournalEntryDto {
  const { seq, type, at } = row;
  return {
    seq, type, at: at.toISOString(), actorId: row.actor_id, actorName: row.actor_name, actorNameEn: row.actor_name_en,
    bodyId: row.body_id, bodyName: row.body_name, bodyNameEn: row.body_name_en, ids: canonicalJson(row.ids), facts: canonicalJson(row.facts), hasPrivate: row.private_hash !== null,
  };
}
