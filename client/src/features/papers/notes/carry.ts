import type { Note } from '../../../api/contract';
import { anchorOf, type PageTexts, rectsOf } from './page-text';
import type { NoteFields } from './pending';
import { fold, type Folded, isCertain, placeQuote, type Place, type QuoteSelector } from './place-quote';

export interface Carried { note: Note; fields: NoteFields }

const NEAR = 4;
const BREATHE_EVERY = 8;
const inside = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;

/** Where notes of an older version stand in this one. Those that found no place are left out. */
export async function carryNotes(notes: readonly Note[], texts: PageTexts, signal: AbortSignal): Promise<Carried[]> {
  const known = new Map<number, Folded>();
  const learn = async (page: number) => {
    if (page < 1 || page > texts.paper.numPages || known.has(page)) return;
    known.set(page, fold((await texts.read(page)).text));
  };
  const carried: Carried[] = [];
  const waiting: Note[] = [];
  for (const note of notes) {
    const selector = selectorOf(note);
    if (selector === null) continue;
    for (let page = note.page - NEAR; page <= note.page + NEAR; page += 1) await learn(page);
    const place = placeQuote(known, selector);
    if (signal.aborted) return [];
    if (place && isCertain(place, selector)) carried.push(await movedTo(note, place, texts));
    else waiting.push(note);
  }
  if (waiting.length === 0) return carried;
  for (let page = 1; page <= texts.paper.numPages; page += 1) {
    await learn(page);
    if (page % BREATHE_EVERY === 0) await new Promise((resolve) => { window.setTimeout(resolve, 0); });
    if (signal.aborted) return [];
  }
  for (const note of waiting) {
    const selector = selectorOf(note);
    const place = selector && placeQuote(known, selector);
    if (place) carried.push(await movedTo(note, place, texts));
  }
  return carried;
}

function selectorOf({ quote, page, start }: Note): QuoteSelector | null {
  return quote === null ? null : { ...quote, page, start };
}

/** The note at its new place: what was drawn or pinned moves as far as its words have. */
async function movedTo(note: Note, place: Place, texts: PageTexts): Promise<Carried> {
  const page = await texts.read(place.page);
  const [box] = rectsOf(page, place.start, place.end);
  const right = (box?.[0] ?? 0) - (note.rects[0] ?? box?.[0] ?? 0);
  const down = (box?.[1] ?? 0) - (note.rects[1] ?? box?.[1] ?? 0);
  const strokes = note.strokes.map(({ id, points }) => ({ id, points: points.map((value, at) => (at % 3 === 0 ? inside(value + right) : at % 3 === 1 ? inside(value + down) : value)) }));
  const point = note.point && [inside((note.point[0] ?? 0) + right), inside((note.point[1] ?? 0) + down)];
  return {
    note,
    fields: { kind: note.kind, page: place.page, ...anchorOf(page, place.start, place.end), ...(point ? { point } : {}), ...(strokes.length > 0 ? { strokes } : {}), colour: note.colour, ...(note.text === '' ? {} : { text: note.text }), carriedFrom: note.id },
  };
}
