import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { Journal } from '../journal/journal.js';
import { BlobStore } from '../storage/blob-store.js';
import { BlobVault } from '../storage/blob-vault.js';

/** Papers of installations that stored them unsealed. */
@Injectable()
export class OldPapersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly store: BlobStore,
    private readonly vault: BlobVault,
    private readonly journal: Journal,
  ) {}

  /**
   * Seals what lies unsealed and then removes the unsealed file; may be run again after it was cut short.
   *
   * @returns versions sealed
   * @throws Error when a file is not what its version says: it is left as it is
   */
  async seal(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const [version] = await this.transactor.read<{ id: string; sha256: string; size: number }>('select id, sha256, size from paper_version where blob_id is null order by sha256, id limit 1');
      if (!version) return sealed;
      await this.sealOne(version);
      sealed += 1;
    }
  }

  private async sealOne({ id, sha256, size }: { id: string; sha256: string; size: number }): Promise<void> {
    const blob = await this.vault.seal(await this.store.open(sha256));
    if (blob.sha256 !== sha256 || blob.size !== size) throw new Error(`The file of version ${id} is not what was uploaded: its hash is ${blob.sha256}, not ${sha256}.`);
    const others = await this.transactor.run(async (tx) => {
      await this.vault.claim(tx, blob.blobId);
      await tx.query('update paper_version set blob_id = $2 where id = $1', [id, blob.blobId]);
      await this.journal.append(tx, { type: 'paper.sealed', actorId: null, bodyId: null, audiences: [], ids: { versionId: id }, facts: { sha256 } });
      return tx.query('select 1 from paper_version where sha256 = $1 and blob_id is null limit 1', [sha256]);
    });
    if (others.length === 0) await this.store.remove(sha256);
  }
}
