import { createHash } from 'node:crypto';
import type { NoteState } from '../domain/note-merge.js';
import type { Note, NoteContent } from './note.entity.js';
import type { MyNoteDto, NoteDto, NoteEntryDto, NoteReaderDto } from './notes.dto.js';

const PERSON = (account: string): string => `json_build_object('id', ${account}.id, 'name', ${account}.name, 'nameEn', ${account}.name_en)`;

const COLUMNS = `n.id, n.version_id as "versionId", v.number as "versionNumber", n.kind, n.page, n.content, n.revision, n.deleted_at is not null as "isDeleted", n.carried_from as "carriedFrom", n.account_id = $1 as "isMine",
  ${PERSON('a')} as by, case when n.account_id = $1 then (select coalesce(json_agg(${PERSON('r')} order by r.name), '[]') from account r where r.id = any(n.shared_with)) else '[]' end as "sharedWith",
  n.created_at as "createdAt", n.updated_at as "updatedAt"`;

/** $1 the reader. Rights on rows leave out what is another's, and papers that are not there for the reader. */
const FROM = `from note n join account a on a.id = n.account_id join paper_version v on v.id = n.version_id join paper p on p.id = v.paper_id`;

/** $2 the version. */
export const VERSION_NOTES_SQL = `select ${COLUMNS} ${FROM} where n.version_id = $2 and n.deleted_at is null order by n.page, coalesce((n.content->'rects'->>1)::float8, (n.content->'point'->>1)::float8, 0), n.created_at, n.id`;

/** $2 the version: what lies on older ones and was never carried on. */
export const EARLIER_NOTES_SQL = `select ${COLUMNS} ${FROM} join paper_version now on now.id = $2 and now.paper_id = v.paper_id and v.number < now.number
  where n.account_id = $1 and n.deleted_at is null and not exists (select 1 from note c where c.carried_from = n.id and c.account_id = $1) order by v.number desc, n.page, n.created_at, n.id`;

/** $2 the note. */
export const NOTE_SQL = `select ${COLUMNS} ${FROM} where n.id = $2`;

/** Letters without accents and case, both spellings of Vietnamese alike. */
const folded = (words: string): string => `translate(regexp_replace(normalize(lower(${words}), NFD), U&'[\\0300-\\036F]', '', 'g'), 'đ', 'd')`;

/** $2 session, $3 paper, $4 kind, $5 words, $6 how many to pass over. A paper of a request is shown to who was asked: what others shared on it is read there. */
export const MY_NOTES_SQL = `select ${COLUMNS}, p.id as "paperId", p.title as "paperTitle", p.item_id as "itemId", p.request_id as "requestId", s.id as "sessionId", s.title as "sessionTitle", s.title_en as "sessionTitleEn",
    not exists (select 1 from paper_version w where w.paper_id = p.id and w.number > v.number) as "isNewest", count(*) over ()::int as total
  ${FROM} left join agenda_item i on i.id = p.item_id left join session s on s.id = i.session_id
  where n.deleted_at is null and (n.account_id = $1 or p.item_id is not null) and ($2::uuid is null or s.id = $2) and ($3::uuid is null or p.id = $3) and ($4::text is null or n.kind = $4)
    and ($5 = '' or strpos(${folded(`concat_ws(' ', n.content->>'text', n.content->'quote'->>'exact')`)}, ${folded('$5')}) > 0)
  order by n.updated_at desc, n.id limit 50 offset $6`;

/** Sessions whose papers have notes of mine, or shared with me, latest first. */
export const NOTED_SESSIONS_SQL = `select s.id, s.title, s.title_en as "titleEn" from session s where exists (select 1 from agenda_item i join paper p on p.item_id = i.id join paper_version v on v.paper_id = p.id join note n on n.version_id = v.id
  where i.session_id = s.id and n.deleted_at is null) order by s.starts_at desc, s.id limit 200`;

/** Who of the body may be shown a note on its papers. $1 the body, $2 the writer. */
export const READERS_SQL = `select a.id, a.name, a.name_en as "nameEn" from account_right r join account a on a.id = r.account_id where r.body_id = $1 and a.id <> $2 and r.roles && array['member', 'chair'] order by a.name, a.id`;

export interface NoteRow extends Omit<NoteDto, keyof NoteContent | 'createdAt' | 'updatedAt'> {
  content: NoteContent;
  by: NoteReaderDto;
  createdAt: Date;
  updatedAt: Date;
}

export interface MyNoteRow extends NoteRow, Omit<MyNoteDto, keyof NoteDto> {
  total: number;
}

export function toNoteDto(row: NoteRow): NoteDto {
  const { id, versionId, versionNumber, kind, page, revision, isDeleted, carriedFrom, isMine, by, sharedWith, content } = row;
  const { quote, start, end, rects, point, colour, text, strokes } = content;
  return {
    id, versionId, versionNumber, kind, page, quote, start, end, rects, point, colour, text, strokes, revision, isDeleted, carriedFrom, isMine, by, sharedWith,
    createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
  };
}

export function toMyNoteDto(row: MyNoteRow): MyNoteDto {
  const { paperId, paperTitle, isNewest, itemId, requestId, sessionId, sessionTitle, sessionTitleEn } = row;
  return { ...toNoteDto(row), paperId, paperTitle, isNewest, itemId, requestId, sessionId, sessionTitle, sessionTitleEn };
}

export function stateOf({ content, revision, deletedAt }: Note): NoteState {
  const { colour, text, strokes, erased, textAt } = content;
  return { revision, isDeleted: deletedAt !== null, colour, text, strokes, erased, textAt };
}

/** What a note is before its first edit. */
export function blankContent({ quote, start, end, rects, point }: NoteEntryDto): NoteContent {
  const place = quote ? { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix } : null;
  return { quote: place, start: start ?? null, end: end ?? null, rects: rects ?? [], point: point?.length === 2 ? point : null, colour: 'yellow', text: '', strokes: [], erased: [], textAt: 0 };
}

/** The same words that lost to the same note are the same copy, however often they arrive. */
export function idOfCopy(noteId: string, words: string): string {
  const hash = createHash('sha256').update(`${noteId} ${words}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
