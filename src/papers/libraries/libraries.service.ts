import { Injectable } from '@nestjs/common';
import type { EventIds } from '../../contract/live-events.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found, Refusal } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { bodyRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { LibraryDto } from './libraries.dto.js';
import { LibraryFolder, LibraryLink } from './library.entity.js';
import { LibraryReader } from './library-reader.js';

const MOST_FOLDERS = 100;
const MOST_LINKS = 500;

/**
 * A body's library is kept by its secretariat, and each change of it is in the journal. What a person keeps in their own is, like their
 * notes, nobody's business (docs/decisions/libraries.md).
 */
@Injectable()
export class LibrariesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reader: LibraryReader,
    private readonly journal: Journal,
  ) {}

  addFolder(actor: SignedIn, { bodyId, name }: { bodyId: string | null; name: string }): Promise<LibraryDto> {
    return this.transactor.run(async (tx) => {
      if (bodyId !== null) demand(actor, 'paper.prepare', bodyId);
      const owner = bodyId === null ? { accountId: actor.accountId, bodyId: null } : { accountId: null, bodyId };
      const [many] = await tx.query<{ count: number }>('select count(*)::int as count from library_folder where account_id = $1 or body_id = $2', [owner.accountId, owner.bodyId]);
      if ((many?.count ?? 0) >= MOST_FOLDERS) throw new Refusal('tooManyFolders', { most: MOST_FOLDERS });
      await tx.manager.insert(LibraryFolder, { ...owner, name: spelled(name) });
      return this.told(tx, actor, { bodyId, act: 'folderAdded' });
    });
  }

  rename(actor: SignedIn, id: string, name: string): Promise<LibraryDto> {
    return this.transactor.run(async (tx) => {
      const { bodyId } = await this.hold(tx, actor, id);
      await tx.manager.update(LibraryFolder, { id }, { name: spelled(name) });
      return this.told(tx, actor, { bodyId, act: 'folderRenamed' });
    });
  }

  removeFolder(actor: SignedIn, id: string): Promise<LibraryDto> {
    return this.transactor.run(async (tx) => {
      const { bodyId } = await this.hold(tx, actor, id);
      await tx.manager.delete(LibraryFolder, { id });
      return this.told(tx, actor, { bodyId, act: 'folderRemoved' });
    });
  }

  addLink(actor: SignedIn, folderId: string, paperId: string): Promise<LibraryDto> {
    return this.transactor.run(async (tx) => {
      const { bodyId } = await this.hold(tx, actor, folderId);
      found(await this.reader.released(tx, actor, paperId));
      const [many] = await tx.query<{ count: number }>('select count(*)::int as count from library_link where folder_id = $1', [folderId]);
      if ((many?.count ?? 0) >= MOST_LINKS) throw new Refusal('folderFull', { most: MOST_LINKS });
      const added = await tx.query('insert into library_link (folder_id, paper_id) values ($1, $2) on conflict do nothing returning id', [folderId, paperId]);
      return added.length > 0 ? this.told(tx, actor, { bodyId, act: 'linkAdded', paperId }) : this.reader.readWithin(tx, actor, bodyId);
    });
  }

  move(actor: SignedIn, id: string, folderId: string): Promise<LibraryDto> {
    return this.transactor.run(async (tx) => {
      const { link, folder } = await this.holdLink(tx, actor, id);
      const to = await this.hold(tx, actor, folderId);
      if (to.bodyId !== folder.bodyId) throw new Refusal('notFound');
      // Where the other folder has it already, it lies there once.
      await tx.query('delete from library_link where id = $1 and exists (select 1 from library_link o where o.folder_id = $2 and o.paper_id = $3 and o.id <> $1)', [id, folderId, link.paperId]);
      await tx.manager.update(LibraryLink, { id }, { folderId });
      return this.told(tx, actor, { bodyId: folder.bodyId, act: 'linkMoved', paperId: link.paperId });
    });
  }

  removeLink(actor: SignedIn, id: string): Promise<LibraryDto> {
    return this.transactor.run(async (tx) => {
      const { link, folder } = await this.holdLink(tx, actor, id);
      await tx.manager.delete(LibraryLink, { id });
      return this.told(tx, actor, { bodyId: folder.bodyId, act: 'linkRemoved', paperId: link.paperId });
    });
  }

  private async holdLink(tx: Tx, actor: SignedIn, id: string): Promise<{ link: LibraryLink; folder: LibraryFolder }> {
    const link = found(await tx.manager.findOneBy(LibraryLink, { id }));
    return { link, folder: await this.hold(tx, actor, link.folderId) };
  }

  /** Somebody else's folder does not exist; a body's is changed by who prepares papers there. */
  private async hold(tx: Tx, actor: SignedIn, id: string): Promise<LibraryFolder> {
    const folder = found(await tx.manager.findOneBy(LibraryFolder, { id }));
    if (folder.bodyId === null && folder.accountId !== actor.accountId) throw new Refusal('notFound');
    if (folder.bodyId !== null) demand(actor, 'paper.prepare', folder.bodyId);
    return found(await tx.manager.findOne(LibraryFolder, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  private async told(tx: Tx, actor: SignedIn, { bodyId, act, paperId }: { bodyId: string | null; act: string; paperId?: string }): Promise<LibraryDto> {
    if (bodyId !== null) {
      const ids: EventIds = { bodyId, ...(paperId === undefined ? {} : { paperId }) };
      await this.journal.append(tx, { type: 'library.changed', actorId: actor.accountId, bodyId, audiences: [bodyRoom(bodyId)], ids, facts: { act } });
    }
    return this.reader.readWithin(tx, actor, bodyId);
  }
}

/** @throws Refusal badInput: nothing but space */
function spelled(name: string): string {
  const written = name.normalize('NFC').trim();
  if (written === '') throw new Refusal('badInput', { fields: ['name:isLength'] });
  return written;
}
