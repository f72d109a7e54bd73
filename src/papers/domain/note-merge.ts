/** What a note may be. (W3C Web Annotation: highlighting, commenting, drawing as a body of its own, bookmarking) */
export const NOTE_KINDS = ['highlight', 'text', 'ink', 'bookmark'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const NOTE_COLOURS = ['yellow', 'green', 'pink'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** A line drawn: x, y (shares of the page, 0–1) and pressure (0–1), one point after another. Never changed; erased by its id. */
export interface Stroke {
  id: string;
  points: number[];
}

/** The part of a note that is edited, with the revision in which each field was changed last. */
export interface NoteState {
  revision: number;
  isDeleted: boolean;
  colour: NoteColour;
  text: string;
  strokes: Stroke[];
  erased: string[];
  textAt: number;
}

/** What one device changed since the revision it had seen (0: it made the note). Fields that it did not change are not there. */
export interface NoteEdit {
  base: number;
  colour?: NoteColour;
  text?: string;
  strokes?: Stroke[];
  erased?: string[];
  /** Takes a deletion back. */
  revive?: boolean;
}

export interface Merged {
  note: NoteState;
  isChanged: boolean;
  /** Words that lost against other words: they are kept as a note of their own. */
  lostText: string | null;
}

/**
 * Puts the edit of one device into what others have made of the note meanwhile. Nothing written is lost: different fields merge; lines are a
 * set from which ids are taken (a two-phase set, so that the order of arrival does not matter); of two texts that do not know of each other
 * the first stays and the other becomes a copy; whoever changes what another deleted brings it back. The colour is nobody's work: the last wins.
 */
export function mergeNote(stored: NoteState, edit: NoteEdit): Merged {
  const { text, textAt, lostText } = mergeText(stored, edit);
  const erased = union(stored.erased, edit.erased ?? []);
  const known = new Set(stored.strokes.map(({ id }) => id));
  const gone = new Set(erased);
  const added = new Map((edit.strokes ?? []).filter(({ id }) => !known.has(id)).map((stroke) => [stroke.id, stroke]));
  const strokes = [...stored.strokes, ...added.values()].filter(({ id }) => !gone.has(id));
  const colour = edit.colour ?? stored.colour;
  const isContentChanged = text !== stored.text || colour !== stored.colour || strokes.length !== stored.strokes.length || strokes.some(({ id }) => !known.has(id)) || erased.length !== stored.erased.length;
  const isDeleted = stored.isDeleted && !isContentChanged && edit.revive !== true;
  const isChanged = isContentChanged || isDeleted !== stored.isDeleted;
  const revision = isChanged ? stored.revision + 1 : stored.revision;
  return { note: { revision, isDeleted, colour, text, strokes, erased, textAt: text === stored.text ? textAt : revision }, isChanged, lostText };
}

/** Whether somebody changed the note whom the deleting device did not know of: then it stays. */
export function deletionLoses(stored: Pick<NoteState, 'revision'>, base: number): boolean {
  return stored.revision > base;
}

function mergeText(stored: NoteState, { base, text: wanted }: NoteEdit): { text: string; textAt: number; lostText: string | null } {
  const { text, textAt } = stored;
  if (wanted === undefined || wanted === text) return { text, textAt, lostText: null };
  // Nobody else has changed it, or what they left is empty.
  if (textAt <= base || text === '') return { text: wanted, textAt, lostText: null };
  return { text, textAt, lostText: wanted === '' ? null : wanted };
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}
