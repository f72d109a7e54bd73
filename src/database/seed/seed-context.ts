import type { INestApplicationContext } from '@nestjs/common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RoleName } from '../../contract/permissions.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { PackService } from '../../papers/pack.service.js';
import type { PaperPart } from '../../papers/domain/paper-states.js';
import type { OwnerKind } from '../../papers/paper-owners.js';
import { UploadsService } from '../../papers/uploads.service.js';
import { Transactor } from '../transactor.js';
import { renderDocument } from './documents/render-document.js';
import type { SeedDocument } from './documents/seed-document.js';

/** What every part of the demo data uses: people who act, and papers that are set and uploaded as anybody's would be. */
export class SeedContext {
  readonly transactor: Transactor;
  readonly pack: PackService;

  constructor(readonly app: INestApplicationContext) {
    this.transactor = app.get(Transactor);
    this.pack = app.get(PackService);
  }

  /** A demo person as they would be signed in. */
  async actor(username: string): Promise<SignedIn> {
    const rows = await this.transactor.query<{ id: string; administrator: boolean; body_id: string | null; roles: RoleName[]; member_id: string | null }>(
      'select a.id, a.administrator, r.body_id, r.roles, r.member_id from account a left join account_right r on r.account_id = a.id where a.username = $1',
      [username],
    );
    const [first] = rows;
    if (!first) throw new Error(`the demo has no ${username}`);
    const rights = rows.flatMap((row) => (row.body_id === null ? [] : [{ bodyId: row.body_id, roles: row.roles, memberId: row.member_id }]));
    return { sessionId: '', restricted: false, accountId: first.id, administrator: first.administrator, rights, guestOf: [] };
  }

  /** Sets the documents as PDF and uploads them, in order, through the product's own door. */
  async upload(actor: SignedIn, to: { kind: OwnerKind; id: string; parts?: readonly PaperPart[] }, documents: readonly SeedDocument[]): Promise<void> {
    const uploads = this.app.get(UploadsService);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'ecabinet-seed-'));
    try {
      for (const [index, document] of documents.entries()) {
        const part = to.parts?.[index];
        const file = path.join(folder, `${document.key}.pdf`);
        await writeFile(file, await renderDocument(document));
        await uploads.add(actor, to, { path: file, fileName: `${document.key}.pdf`, fields: { title: document.title, ...(part ? { part } : {}) } });
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Puts times of the demo's past right: what was done just now happened then. */
  async query(sql: string, parameters: unknown[]): Promise<void> {
    await this.transactor.read(sql, parameters);
  }
}
