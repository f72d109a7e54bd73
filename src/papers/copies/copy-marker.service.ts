import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { type AccessKind, copyCode, watermarkOf } from '../domain/watermark.js';
import type { Made } from '../inspection/made-file.js';
import type { InspectedFile } from '../inspection/pdf-process.js';
import { stampPdf } from '../inspection/pdf-stamper.js';

const WHO_SQL = 'select name, now() as at from account where id = $1';
const NOTE_SQL = 'insert into paper_access (version_id, account_id, kind, code) select version_id, $2, $3, $4 from unnest($1::uuid[]) version_id';

/** A file that says on each page who took it. */
export interface Marked extends Made {
  code: string;
}

/** Marks every file that leaves, and notes what left: one paper, or the papers of a pack by one code. */
@Injectable()
export class CopyMarkerService {
  /** One after the other: each takes the memory of a whole file. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly transactor: Transactor) {}

  /** @returns null where the file cannot be marked */
  async mark({ accountId }: SignedIn, file: Pick<InspectedFile, 'open'>): Promise<Marked | null> {
    const { name, at } = found((await this.transactor.query<{ name: string; at: Date }>(WHO_SQL, [accountId]))[0]);
    const code = copyCode(randomBytes(8));
    const work = this.last.then(() => stampPdf(file, watermarkOf({ name, at, code })));
    this.last = work.catch(() => undefined);
    const made = await work;
    return made && { ...made, code };
  }

  /** Writes down what left, in the access log of each paper. */
  async note(tx: Tx, actor: SignedIn, what: { versionIds: string[]; kind: AccessKind; code: string | null }): Promise<void> {
    await tx.query(NOTE_SQL, [what.versionIds, actor.accountId, what.kind, what.code]);
  }
}
