import type { Note, NoteEntry, NoteReader, NoteStroke } from '../../../api/contract';
import type { KeptNote } from '../../../api/kept-notes';

/** What a device says of a note, but for what it had seen. */
export type NoteFields = Omit<NoteEntry, 'versionId' | 'base'>;
export type Pending = ReadonlyMap<string, KeptNote>;

/** A change as it is sent. The fields were made by this program of an earlier day: the server judges them. */
export function entryOf({ versionId, base, fields }: KeptNote): NoteEntry {
  return { ...(fields as unknown as NoteFields), versionId, base };
}

function joinStrokes(strokes: readonly NoteStroke[], { strokes: more = [], erased = [] }: NoteFields): NoteStroke[] {
  const known = new Set(strokes.map(({ id }) => id));
  return [...strokes, ...more.filter(({ id }) => !known.has(id))].filter(({ id }) => !erased.includes(id));
}

function changed(note: Note, fields: NoteFields): Note {
  return { ...note, colour: fields.colour ?? note.colour, text: fields.text ?? note.text, strokes: joinStrokes(note.strokes, fields), isDeleted: false };
}

function made(kept: KeptNote, by: NoteReader): Note {
  const fields = entryOf(kept);
  const now = new Date().toISOString();
  const note: Note = {
    id: kept.noteId, versionId: kept.versionId, versionNumber: 0, kind: fields.kind, page: fields.page, quote: fields.quote ?? null, start: fields.start ?? null, end: fields.end ?? null, rects: fields.rects ?? [],
    point: fields.point ?? null, colour: 'yellow', text: '', strokes: [], revision: 0, isDeleted: false, carriedFrom: fields.carriedFrom ?? null, isMine: true, by, sharedWith: [], createdAt: now, updatedAt: now,
  };
  return changed(note, fields);
}

const heightOf = (note: Note): number => note.point?.[1] ?? note.rects[1] ?? note.strokes[0]?.points[1] ?? 0;

/** The notes of a version as this device knows them: what the server has, with what it has not taken yet. In the order of the paper. */
export function withPending(notes: readonly Note[], pending: Pending, of: { versionId: string; by: NoteReader }): Note[] {
  const known = new Set(notes.map(({ id }) => id));
  const merged = notes.flatMap((note) => {
    const kept = pending.get(note.id);
    if (kept?.isDropped) return [];
    return [kept === undefined ? note : changed(note, entryOf(kept))];
  });
  const fresh = [...pending.values()].filter((kept) => kept.versionId === of.versionId && !kept.isDropped && !known.has(kept.noteId)).map((kept) => made(kept, of.by));
  return [...merged, ...fresh].sort((left, right) => left.page - right.page || heightOf(left) - heightOf(right) || left.createdAt.localeCompare(right.createdAt));
}

/** Adds a change to one that waits already. What was erased meanwhile need not be sent as drawn. */
export function joinFields(old: NoteFields, more: Partial<NoteFields>): NoteFields {
  const erased = [...new Set([...(old.erased ?? []), ...(more.erased ?? [])])];
  const strokes = joinStrokes(old.strokes ?? [], { ...old, ...more, erased });
  return { ...old, ...more, ...(strokes.length > 0 || old.strokes || more.strokes ? { strokes } : {}), ...(erased.length > 0 ? { erased } : {}) };
}

/** Where a note stands, said again with each change: a device may bring back what is gone elsewhere. */
export function placeOf(note: Note): NoteFields {
  const { kind, page, quote, start, end, rects, point, carriedFrom } = note;
  return {
    kind, page, ...(quote ? { quote } : {}), ...(start === null ? {} : { start }), ...(end === null ? {} : { end }), ...(rects.length > 0 ? { rects } : {}), ...(point ? { point } : {}), ...(carriedFrom ? { carriedFrom } : {}),
  };
}
