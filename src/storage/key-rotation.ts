import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { Journal } from '../journal/journal.js';
import { KEYS_LOCK } from './blob-vault.js';
import { unwrapKey, wrapKey } from './key-wrapping.js';
import { PaperKeys } from './paper-keys.js';

/** What a rotation did. */
export interface Rotated {
  /** Key all papers are wrapped by now. */
  keyId: string;
  /** Whether this run finished an earlier one instead of starting anew. */
  resumed: boolean;
  rewrapped: number;
  /** Files whose old key is not there: they stay as they are, unreadable. */
  lost: number;
}

interface WrappedRow {
  id: string;
  keyId: string;
  wrappedKey: Buffer;
}

/** A new key in the place of an old one: the keys of the files are wrapped anew, the files stay as they are. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly transactor: Transactor,
    private readonly keys: PaperKeys,
    private readonly journal: Journal,
  ) {}

  /**
   * With keys in a file: makes a new one, unless an earlier rotation was cut short, which is then finished. With keys in the
   * environment the operator has put the new one first.
   *
   * @param makeNew false: only brings everything under the key in use
   * @param batch rows of one transaction
   */
  async rotate(makeNew = true, batch = 500): Promise<Rotated> {
    const resumed = this.keys.isInFile && (await this.countOthers((await this.keys.active()).id)).known > 0;
    const to = makeNew && this.keys.isInFile && !resumed ? await this.keys.addNew() : await this.keys.active();
    let rewrapped = 0;
    for (let done = -1; done !== 0; rewrapped += done) done = await this.rewrapBatch(to.id, batch);
    const { lost } = await this.countOthers(to.id);
    await this.transactor.run((tx) => this.journal.append(tx, { type: 'paper.keyChanged', actorId: null, bodyId: null, audiences: [], ids: {}, facts: { keyId: to.id, rewrapped, lost } }));
    return { keyId: to.id, resumed, rewrapped, lost };
  }

  /** Removes keys from the file that wrap nothing any more. @returns how many; null when keys are not in a file or one is still needed */
  async dropOld(): Promise<number | null> {
    if (!this.keys.isInFile) return null;
    return this.transactor.run(async (tx) => {
      // Nobody may be between reading the key in use and writing it into a row.
      await tx.query('select pg_advisory_xact_lock($1)', [KEYS_LOCK]);
      const keys = await this.keys.all();
      const [needed] = await tx.query('select 1 from paper_blob where key_id = any($1) limit 1', [keys.slice(1).map(({ id }) => id)]);
      if (needed) return null;
      await this.keys.dropOthers();
      return Math.max(0, keys.length - 1);
    });
  }

  private async rewrapBatch(toId: string, batch: number): Promise<number> {
    const keys = new Map((await this.keys.all()).map((key) => [key.id, key]));
    const to = keys.get(toId);
    if (!to) throw new Error(`the key ${toId} has gone from where keys are kept`);
    return this.transactor.run(async (tx) => {
      const from = [...keys.keys()].filter((id) => id !== toId);
      const rows = await tx.query<WrappedRow>('select id, key_id as "keyId", wrapped_key as "wrappedKey" from paper_blob where key_id = any($1) order by id limit $2 for update', [from, batch]);
      for (const { id, keyId, wrappedKey } of rows) {
        const by = keys.get(keyId);
        if (by) await tx.query('update paper_blob set key_id = $2, wrapped_key = $3 where id = $1', [id, toId, wrapKey(unwrapKey(wrappedKey, by, id), to, id)]);
      }
      return rows.length;
    });
  }

  /** Rows under other keys: with a key that is there, and with one that is lost. */
  private async countOthers(activeId: string): Promise<{ known: number; lost: number }> {
    const there = (await this.keys.all()).map(({ id }) => id);
    const [row] = await this.transactor.query<{ known: number; lost: number }>(
      'select count(*) filter (where key_id = any($2))::int as known, count(*) filter (where key_id <> all($2))::int as lost from paper_blob where key_id <> $1',
      [activeId, there],
    );
    return row ?? { known: 0, lost: 0 };
  }
}
