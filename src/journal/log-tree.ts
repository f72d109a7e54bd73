import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database/transactor.js';
import { consistencyRanges, inclusionRanges, joinHashes, type Perfect, perfectsOf, type Range, rootOfPerfect } from './domain/tree.js';

/** Every eighth level is kept: a hash of any range is made of at most 255 rows for each perfect part. */
const STEP = 8;
const WIDTH = 2 ** STEP;

const LEAVES_SQL = 'select leaf_hash as hash from journal_log where seq > $1 and seq <= $2 order by seq';
const NODES_SQL = 'select hash from journal_node where level = $3 and index >= $1 and index < $2 order by index';

/** Roots and proofs of the log's tree, over committed rows. (RFC 6962 2.1) */
@Injectable()
export class LogTree {
  async root(from: Queryable, size: number): Promise<Buffer> {
    return this.hashOf(from, { start: 0, end: size });
  }

  /** The path from row `seq` to the root of the log of `size`, from the leaf upwards. */
  async inclusion(from: Queryable, seq: number, size: number): Promise<Buffer[]> {
    return this.hashesOf(from, inclusionRanges(seq - 1, size));
  }

  async consistency(from: Queryable, before: number, size: number): Promise<Buffer[]> {
    return this.hashesOf(from, consistencyRanges(before, size));
  }

  /** Keeps the hashes of what became full since the last time. Call it where one process at a time does. */
  async keepFull(tx: Queryable, size: number): Promise<void> {
    for (let level = STEP; 2 ** level <= size; level += STEP) {
      const full = Math.floor(size / 2 ** level);
      const [kept] = await tx.query<{ count: number }>('select count(*)::int as count from journal_node where level = $1', [level]);
      for (let index = kept?.count ?? 0; index < full; index += 1) {
        const below = await this.rows(tx, { level: level - STEP, start: index * WIDTH, end: (index + 1) * WIDTH });
        await tx.query('insert into journal_node (level, index, hash) values ($1, $2, $3)', [level, index, rootOfPerfect(below)]);
      }
    }
  }

  private async hashesOf(from: Queryable, ranges: Range[]): Promise<Buffer[]> {
    const hashes: Buffer[] = [];
    for (const range of ranges) hashes.push(await this.hashOf(from, range));
    return hashes;
  }

  private async hashOf(from: Queryable, range: Range): Promise<Buffer> {
    const hashes: Buffer[] = [];
    for (const perfect of perfectsOf(range)) hashes.push(await this.perfect(from, perfect));
    return joinHashes(hashes);
  }

  private async perfect(from: Queryable, { level, index }: Perfect): Promise<Buffer> {
    const base = level - (level % STEP);
    const width = 2 ** (level - base);
    return rootOfPerfect(await this.rows(from, { level: base, start: index * width, end: (index + 1) * width }));
  }

  private async rows(from: Queryable, { level, start, end }: Range & { level: number }): Promise<Buffer[]> {
    const rows = level === 0 ? await from.query<{ hash: Buffer }>(LEAVES_SQL, [start, end]) : await this.nodes(from, { level, start, end });
    if (rows.length !== end - start) throw new Error(`the log has no rows ${start} to ${end} at level ${level}`);
    return rows.map(({ hash }) => hash);
  }

  /** What is full and not yet kept (a checkpoint comes soon after) is made from the level below. */
  private async nodes(from: Queryable, { level, start, end }: Range & { level: number }): Promise<{ hash: Buffer }[]> {
    const kept = await from.query<{ hash: Buffer }>(NODES_SQL, [start, end, level]);
    for (let index = start + kept.length; index < end; index += 1) {
      kept.push({ hash: rootOfPerfect(await this.rows(from, { level: level - STEP, start: index * WIDTH, end: (index + 1) * WIDTH })) });
    }
    return kept;
  }
}
