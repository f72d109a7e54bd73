import { Injectable } from '@nestjs/common';
import { type Queryable, Transactor } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { CheckpointsService, type SignedCheckpoint } from '../journal/checkpoints.service.js';
import { LogTree } from '../journal/log-tree.js';
import { ExportReaders } from './export-readers.service.js';
import { auditedBodies } from './journal-reader.service.js';
import { leafOf, LogRowsRepository, type Opening, openingOf } from './log-rows.repository.js';
import { RecordsRepository } from './records.repository.js';

type Kind = 'log' | 'motion' | 'request';
type LogRows = Awaited<ReturnType<LogRowsRepository['page']>>;

/** Writes what can be checked offline by `ecabinet verify`. (docs/export-format.md) */
@Injectable()
export class ExportService {
  constructor(
    private readonly transactor: Transactor,
    private readonly checkpoints: CheckpointsService,
    private readonly tree: LogTree,
    private readonly records: RecordsRepository,
    private readonly rows: LogRowsRepository,
    private readonly readers: ExportReaders,
  ) {}

  /** The whole log, as one JSON text in pieces: rows of other bodies by their hash only. */
  async *log(actor: SignedIn): AsyncGenerator<string> {
    const latest = found(await this.checkpoints.make());
    const bodies = auditedBodies(actor);
    const [motions, requests] = await this.transactor.snapshot(async (from) => [
      await this.records.motions(from, await this.records.settledMotions(from, bodies, latest.size)),
      await this.records.requests(from, await this.records.settledRequests(from, bodies, latest.size), []),
    ] as const);
    const shown = new Set([...motions, ...requests].map((record) => idOf(record)));
    const answers = new Set(requests.filter((record) => hasAnswers(record)).map((record) => idOf(record)));
    const openings: Opening[] = [];
    yield `{${await this.head('log', null)},"log":${JSON.stringify(await this.logPart(latest, true))},"leaves":[`;
    for (let above = 0; above < latest.size;) {
      const rows = await this.transactor.snapshot((from) => this.rows.page(from, above, latest.size));
      yield rows.map((row) => `${row.seq === 1 ? '' : ','}\n${JSON.stringify(leafOf(row, row.body_id === null || bodies.includes(row.body_id)))}`).join('');
      openings.push(...rows.flatMap((row) => openingOf(row, { shown, answers }) ?? []));
      above = rows.at(-1)?.seq ?? latest.size;
    }
    const evidence = await this.transactor.snapshot((from) => this.records.evidence(from, { motions: motions.map((record) => idOf(record)), requests: [...answers] }));
    yield `],"proofs":[],"openings":${JSON.stringify(openings)},"records":${JSON.stringify({ motions, requests })},"evidence":${JSON.stringify(evidence)}}\n`;
  }

  /** What proves one published vote, for all who may see its result. */
  async motion(actor: SignedIn, id: string): Promise<string> {
    await this.readers.demandPublished(actor, id);
    return this.single('motion', id, async (from, size) => ({ rows: await this.rows.ofMotion(from, id, size), records: { motions: await this.records.motions(from, [id]), requests: [] }, answers: new Set<string>() }));
  }

  /** What proves one closed request, for all who may see its result. */
  async request(actor: SignedIn, id: string): Promise<string> {
    const isOffice = await this.readers.demandClosed(actor, id);
    return this.single('request', id, async (from, size) => {
      const requests = await this.records.requests(from, [id], isOffice ? [id] : []);
      return { rows: await this.rows.ofRequest(from, id, size), records: { motions: [], requests }, answers: new Set(requests.filter((record) => hasAnswers(record)).map((record) => idOf(record))) };
    });
  }

  private async single(kind: 'motion' | 'request', id: string, read: (from: Queryable, size: number) => Promise<{ rows: LogRows; records: object; answers: Set<string> }>): Promise<string> {
    const latest = found(await this.checkpoints.make());
    return this.transactor.snapshot(async (from) => {
      const { rows, records, answers } = await read(from, latest.size);
      const evidence = await this.records.evidence(from, { motions: kind === 'motion' ? [id] : [], requests: [...answers] });
      const shown = new Set([id]);
      const proofs: { seq: number; hashes: string[] }[] = [];
      for (const { seq } of rows) proofs.push({ seq, hashes: (await this.tree.inclusion(from, seq, latest.size)).map((hash) => hash.toString('base64')) });
      const parts = {
        log: await this.logPart(latest, false), leaves: rows.map((row) => leafOf(row, true)), proofs,
        openings: rows.flatMap((row) => openingOf(row, { shown, answers }) ?? []), records, evidence,
      };
      return `{${await this.head(kind, id)},${JSON.stringify(parts).slice(1)}\n`;
    });
  }

  private async head(kind: Kind, id: string | null): Promise<string> {
    const [clock] = await this.transactor.query<{ now: Date }>('select now() as now');
    const scope = id === null ? { kind } : { kind, id };
    return `"format":"ecabinet-export","version":1,"madeAt":${JSON.stringify(clock?.now.toISOString())},"scope":${JSON.stringify(scope)}`;
  }

  private async logPart(latest: SignedCheckpoint, all: boolean): Promise<object> {
    const rows = all ? await this.transactor.query<SignedCheckpoint>('select size::float8 as size, note, at from journal_checkpoint where size <= $1 order by size', [latest.size]) : [latest];
    return { ...(await this.checkpoints.name()), checkpoints: rows.map(({ at, note }) => ({ at: at.toISOString(), note })) };
  }
}

function idOf(record: unknown): string {
  return typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : '';
}

function hasAnswers(record: unknown): boolean {
  return typeof record === 'object' && record !== null && 'answers' in record && record.answers !== null;
}
