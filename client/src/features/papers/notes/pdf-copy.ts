import type { Note, NoteColour } from '../../../api/contract';
import { openBytes, type PDFPageProxy } from '../reader/engine';

/** Kinds of pdf.js's own editor, by which its writer knows what to write. */
const HIGHLIGHT = 9;
const INK = 15;
const PREFIX = 'pdfjs_internal_editor_';

const paints: Record<NoteColour, [number, number, number]> = { yellow: [255, 224, 102], green: [166, 227, 161], pink: [247, 182, 210] };
const INK_PAINT: [number, number, number] = [29, 63, 187];
const PIN = 14;
const POPUP = { width: 200, height: 100 };

interface Words { bookmark: string; nameOf: (note: Note) => string }

/**
 * A copy of the paper with the notes as annotations of PDF (ISO 32000-2, 12.5.6: highlights with QuadPoints, ink, words as their contents),
 * which other readers show. They are appended to the file: what was there, signatures too, stays byte for byte.
 *
 * @param file the copy that leaves, with the reader's name on its pages
 */
export async function copyWithNotes(file: Blob, notes: readonly Note[], words: Words): Promise<Uint8Array> {
  const opening = openBytes(await file.arrayBuffer());
  try {
    const paper = await opening.promise;
    const { annotationStorage } = paper;
    let count = 0;
    for (const note of notes) {
      const page = await paper.getPage(note.page);
      for (const written of annotationsOf(note, page, words)) {
        annotationStorage.setValue(`${PREFIX}note_${count}`, written);
        count += 1;
      }
    }
    return await paper.saveDocument();
  } finally {
    await opening.destroy();
  }
}

type Box = [number, number, number, number];

/** From shares of the page to its own points. */
function pointOn(page: PDFPageProxy): (x: number, y: number) => [number, number] {
  const viewport = page.getViewport({ scale: 1 });
  return (x, y) => {
    const [left = 0, top = 0]: number[] = viewport.convertToPdfPoint(x * viewport.width, y * viewport.height);
    return [left, top];
  };
}

const boxAround = (points: readonly (readonly [number, number])[], edge = 0): Box => [
  Math.min(...points.map(([x]) => x)) - edge, Math.min(...points.map(([, y]) => y)) - edge, Math.max(...points.map(([x]) => x)) + edge, Math.max(...points.map(([, y]) => y)) + edge,
];

function annotationsOf(note: Note, page: PDFPageProxy, words: Words): object[] {
  const at = pointOn(page);
  const whole = { pageIndex: note.page - 1, rotation: 0, user: words.nameOf(note), opacity: 1 };
  const contents = note.text === '' && note.kind === 'bookmark' ? words.bookmark : note.text;
  const withWords = (rect: Box) => (contents === '' ? {} : { popup: { contents, rect: [rect[2], rect[1] - POPUP.height, rect[2] + POPUP.width, rect[1]] } });
  const marked = (corners: [number, number][][]) => {
    const rect = boxAround(corners.flat());
    const quadPoints = corners.flatMap(([topLeft = [0, 0], topRight = [0, 0], bottomRight = [0, 0], bottomLeft = [0, 0]]) => [...topLeft, ...topRight, ...bottomLeft, ...bottomRight]);
    return { ...whole, annotationType: HIGHLIGHT, color: paints[note.colour], rect, quadPoints, outlines: corners.map((line) => line.flat()), ...withWords(rect) };
  };
  if (note.kind === 'highlight') {
    const lines: [number, number][][] = [];
    for (let from = 0; from + 3 < note.rects.length; from += 4) {
      const [x = 0, y = 0, width = 0, height = 0] = note.rects.slice(from, from + 4);
      lines.push([at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]);
    }
    return lines.length === 0 ? [] : [marked(lines)];
  }
  if (note.kind === 'ink') return inkOf(note, at).map((ink, index) => ({ ...whole, ...ink, ...(index === 0 ? withWords(ink.rect) : {}) }));
  // A pin, and the mark of a bookmarked page: a small square that holds the words.
  const [x, y] = note.point === null ? at(0.97, 0.01) : at(note.point[0] ?? 0, note.point[1] ?? 0);
  return [marked([[[x - PIN / 2, y + PIN / 2], [x + PIN / 2, y + PIN / 2], [x + PIN / 2, y - PIN / 2], [x - PIN / 2, y - PIN / 2]]])];
}

function inkOf(note: Note, at: (x: number, y: number) => [number, number]) {
  return note.strokes.flatMap(({ points }) => {
    const line: [number, number][] = [];
    for (let from = 0; from + 1 < points.length; from += 3) line.push(at(points[from] ?? 0, points[from + 1] ?? 0));
    if (line.length === 0) return [];
    // pdf.js writes curves of two helping points and an end; without helping points it is a straight line.
    const straight = line.flatMap(([x, y]) => [NaN, NaN, NaN, NaN, x, y]);
    return [{ annotationType: INK, color: INK_PAINT, thickness: 1.4, rect: boxAround(line, 2), paths: { lines: [straight], points: [line.flat()] } }];
  });
}
