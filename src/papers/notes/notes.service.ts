import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { deletionLoses, mergeNote, type NoteEdit } from '../domain/note-merge.js';
import { PapersRepository } from '../papers.repository.js';
import { Note } from './note.entity.js';
import { blankContent, EARLIER_NOTES_SQL, idOfCopy, MY_NOTES_SQL, type MyNoteRow, NOTE_SQL, NOTED_SESSIONS_SQL, type NoteRow, stateOf, toMyNoteDto, toNoteDto, VERSION_NOTES_SQL } from './note-rows.js';
import type { MyNotesDto, NoteDto, NotedSessionDto, NoteEntryDto, NotesQueryDto, VersionNotesDto } from './notes.dto.js';

/** On one version, for one person. */
const MOST_NOTES = 2000;
/** Letters of its JSON: lines that were drawn add up. */
const LARGEST = 400_000;
/** What was deleted can be brought back so long, also by a device that comes back; then its words are gone. */
const FORGET_SQL = `delete from note where account_id = $1 and deleted_at < now() - interval '30 days' and carried_from is null`;
const EMPTY_SQL = `update note set content = content || '{"text":"","strokes":[],"quote":null,"rects":[]}' where account_id = $1 and deleted_at < now() - interval '30 days' and carried_from is not null`;

/** A person's own notes. A note is no act of the cabinet: it is not in the journal (docs/decisions/notes.md). */
@Injectable()
export class NotesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
  ) {}

  async ofVersion(actor: SignedIn, versionId: string): Promise<VersionNotesDto> {
    return this.transactor.run(async (tx) => {
      await this.papers.version(tx, actor, versionId);
      const notes = await tx.query<NoteRow>(VERSION_NOTES_SQL, [actor.accountId, versionId]);
      const earlier = await tx.query<NoteRow>(EARLIER_NOTES_SQL, [actor.accountId, versionId]);
      return { notes: notes.map(toNoteDto), earlier: earlier.map(toNoteDto) };
    });
  }

  async mine(actor: SignedIn, { sessionId, paperId, kind, words = '', from = 0 }: NotesQueryDto): Promise<MyNotesDto> {
    return this.transactor.run(async (tx) => {
      const rows = await tx.query<MyNoteRow>(MY_NOTES_SQL, [actor.accountId, sessionId ?? null, paperId ?? null, kind ?? null, words.trim(), from]);
      return { notes: rows.map(toMyNoteDto), sessions: await tx.query<NotedSessionDto>(NOTED_SESSIONS_SQL), total: rows[0]?.total ?? 0 };
    });
  }

  /** Writes what a device knows of a note into what others have made of it meanwhile; the same again changes nothing. */
  async put(actor: SignedIn, id: string, entry: NoteEntryDto): Promise<NoteDto> {
    return this.transactor.run(async (tx) => {
      const { version } = await this.papers.version(tx, actor, entry.versionId);
      if (version.pages > 0 && entry.page > version.pages) throw new Refusal('badInput', { fields: ['page:max'] });
      const made = await this.make(tx, actor, { id, entry });
      const note = found(await lock(tx, actor, made));
      if (note.versionId !== entry.versionId) throw new Refusal('notFound');
      const { note: next, isChanged, lostText } = mergeNote(stateOf(note), editOf(entry));
      if (isChanged) await save(tx, note, next);
      if (lostText !== null) await this.keepCopy(tx, actor, { note, words: lostText });
      return this.read(tx, actor, made);
    });
  }

  /** Deletes, unless another device changed the note since: then it stays, and the answer says so. */
  async drop(actor: SignedIn, id: string, base: number): Promise<NoteDto> {
    return this.transactor.run(async (tx) => {
      const note = found(await lock(tx, actor, id));
      if (note.deletedAt === null && !deletionLoses(note, base)) {
        await tx.manager.update(Note, { id }, { deletedAt: await tx.now(), updatedAt: await tx.now(), revision: note.revision + 1 });
      }
      for (const statement of [FORGET_SQL, EMPTY_SQL]) await tx.query(statement, [actor.accountId]);
      return this.read(tx, actor, id);
    });
  }

  /** The row, where there is none yet. What was carried on by another device is the same note. */
  private async make(tx: Tx, actor: SignedIn, { id, entry }: { id: string; entry: NoteEntryDto }): Promise<string> {
    const { versionId, kind, page, carriedFrom = null } = entry;
    if (await tx.manager.existsBy(Note, { id, accountId: actor.accountId })) return id;
    if (carriedFrom !== null) {
      found(await tx.manager.findOneBy(Note, { id: carriedFrom, accountId: actor.accountId }));
      const carried = await tx.manager.findOneBy(Note, { versionId, carriedFrom, accountId: actor.accountId });
      if (carried) return carried.id;
    }
    if ((await tx.manager.countBy(Note, { versionId, accountId: actor.accountId })) >= MOST_NOTES) throw new Refusal('tooManyNotes', { most: MOST_NOTES });
    const at = await tx.now();
    const values = { id, accountId: actor.accountId, versionId, kind, page, carriedFrom, content: blankContent(entry), revision: 1, sharedWith: [], createdAt: at, updatedAt: at, deletedAt: null };
    // Two devices at once, or an id that is another's: whoever comes second finds no row of theirs.
    await tx.manager.createQueryBuilder().insert().into(Note).values(values).orIgnore().execute();
    return id;
  }

  private async keepCopy(tx: Tx, actor: SignedIn, { note, words }: { note: Note; words: string }): Promise<void> {
    const at = await tx.now();
    const content = { ...note.content, text: words, strokes: [], erased: [], textAt: 1 };
    const values = { ...note, id: idOfCopy(note.id, words), accountId: actor.accountId, carriedFrom: null, sharedWith: [], content, revision: 1, createdAt: at, updatedAt: at, deletedAt: null };
    await tx.manager.createQueryBuilder().insert().into(Note).values(values).orIgnore().execute();
  }

  private async read(tx: Tx, actor: SignedIn, id: string): Promise<NoteDto> {
    const [row] = await tx.query<NoteRow>(NOTE_SQL, [actor.accountId, id]);
    return toNoteDto(found(row));
  }
}

/** My own, held; what others share with me is not mine to change. */
async function lock(tx: Tx, actor: SignedIn, id: string): Promise<Note | null> {
  return tx.manager.findOne(Note, { where: { id, accountId: actor.accountId }, lock: { mode: 'pessimistic_write' } });
}

async function save(tx: Tx, note: Note, next: ReturnType<typeof mergeNote>['note']): Promise<void> {
  const { revision, isDeleted, ...content } = next;
  const whole = { ...note.content, ...content };
  if (JSON.stringify(whole).length > LARGEST) throw new Refusal('noteTooLarge');
  const at = await tx.now();
  await tx.manager.update(Note, { id: note.id }, { content: whole, revision, updatedAt: at, deletedAt: isDeleted ? (note.deletedAt ?? at) : null });
}

/** Only what the device says it changed. */
function editOf({ base, colour, text, strokes, erased, revive }: NoteEntryDto): NoteEdit {
  return {
    base,
    ...(colour === undefined ? {} : { colour }),
    ...(text === undefined ? {} : { text: text.normalize('NFC') }),
    ...(strokes === undefined ? {} : { strokes: strokes.map((stroke) => ({ id: stroke.id, points: stroke.points })) }),
    ...(erased === undefined ? {} : { erased }),
    ...(revive === undefined ? {} : { revive }),
  };
}
