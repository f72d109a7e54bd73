import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { toAnnotation } from '../domain/annotation.js';
import { PapersRepository } from '../papers.repository.js';
import { Note } from './note.entity.js';
import { NOTE_SQL, type NoteRow, READERS_SQL, toNoteDto, VERSION_NOTES_SQL } from './note-rows.js';
import type { AnnotationPageDto, NoteDto, NoteReaderDto } from './notes.dto.js';

/** Notes that leave their writer: shown to named members, or taken away as a file. */
@Injectable()
export class NoteSharingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly journal: Journal,
  ) {}

  /** Members of the paper's body to whom a note may be shown; for guests there are none. */
  async readers(actor: SignedIn, versionId: string): Promise<NoteReaderDto[]> {
    return this.transactor.run(async (tx) => {
      const { paper } = await this.papers.version(tx, actor, versionId);
      return readersIn(tx, actor, paper.bodyId);
    });
  }

  /** Shows a note to exactly these; who is left out does not see it any more. */
  async share(actor: SignedIn, id: string, accountIds: string[]): Promise<NoteDto> {
    return this.transactor.run(async (tx) => {
      const note = found(await tx.manager.findOne(Note, { where: { id, accountId: actor.accountId }, lock: { mode: 'pessimistic_write' } }));
      if (note.deletedAt !== null) throw new Refusal('notFound');
      const { paper, version } = await this.papers.version(tx, actor, note.versionId);
      const known = new Set((await readersIn(tx, actor, paper.bodyId)).map((person) => person.id));
      if (accountIds.some((accountId) => !known.has(accountId))) throw new Refusal('notFound');
      const before = new Set(note.sharedWith);
      const wanted = new Set(accountIds);
      const changed = [...new Set([...before, ...wanted])].filter((accountId) => before.has(accountId) !== wanted.has(accountId));
      if (changed.length > 0) {
        await tx.manager.update(Note, { id }, { sharedWith: accountIds });
        const audiences = [actor.accountId, ...changed].map(accountRoom);
        await this.journal.append(tx, { type: 'note.shared', actorId: actor.accountId, bodyId: paper.bodyId, audiences, ids: { bodyId: paper.bodyId, paperId: paper.id, versionId: version.id }, facts: { readers: accountIds.length }, private: { noteId: id, accountIds } });
      }
      const [row] = await tx.query<NoteRow>(NOTE_SQL, [actor.accountId, id]);
      return toNoteDto(found(row));
    });
  }

  /** My own notes on a version, in the form other programs read. */
  async annotations(actor: SignedIn, versionId: string): Promise<AnnotationPageDto> {
    return this.transactor.run(async (tx) => {
      const { version } = await this.papers.version(tx, actor, versionId);
      const rows = await tx.query<NoteRow>(VERSION_NOTES_SQL, [actor.accountId, versionId]);
      const source = `urn:sha256:${version.sha256}`;
      const items = rows.filter(({ isMine }) => isMine).map((row) => toAnnotation(toNoteDto(row), source));
      return { '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:${versionId}`, type: 'AnnotationPage', items };
    });
  }
}

async function readersIn(tx: Tx, actor: SignedIn, bodyId: string): Promise<NoteReaderDto[]> {
  return permits(actor, 'body.read', bodyId) ? tx.query<NoteReaderDto>(READERS_SQL, [bodyId, actor.accountId]) : [];
}
