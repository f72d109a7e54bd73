import type { PDFDocumentProxy } from '../reader/engine';
import type { Hit } from '../reader/find';

/** One run of letters on the page, as the file has it. */
interface Piece { text: string; start: number; corner: (along: number, up: number) => readonly [number, number] }
/** Left, top, width, height as shares of the page in its own rotation. */
export type Rect = readonly [number, number, number, number];

/** The text of a page as one line of words, and where each letter stands. */
export interface PageText { text: string; pieces: Piece[]; /** For each piece and letter of the file, its place in `text`. */ offsets: Uint32Array[] }

const ROUND = 10_000;
const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * ROUND) / ROUND;

let pen: CanvasRenderingContext2D | null = null;
/** How far along a run a letter stands: as wide as in a usual typeface. */
function along(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return 1;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return offset / text.length;
  pen.font = '16px sans-serif';
  const whole = pen.measureText(text).width;
  return whole === 0 ? offset / text.length : pen.measureText(text.slice(0, offset)).width / whole;
}

const ASCENT = 0.86;
const DESCENT = 0.22;

async function readPageText(paper: PDFDocumentProxy, number: number): Promise<PageText> {
  const page = await paper.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const pieces: Piece[] = [];
  const offsets: Uint32Array[] = [];
  let text = '';
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[] = item.transform;
    const run = Math.hypot(a, b) || 1;
    const rise = Math.hypot(c, d) || 1;
    const height = item.height || rise;
    const corner = (way: number, up: number) => {
      const [x = 0, y = 0]: number[] = viewport.convertToViewportPoint(e + (a / run) * item.width * way + (c / rise) * height * up, f + (b / run) * item.width * way + (d / rise) * height * up);
      return [x / viewport.width, y / viewport.height] as const;
    };
    const places = new Uint32Array(item.str.length + 1);
    pieces.push({ text: item.str, start: text.length, corner });
    for (let at = 0; at < item.str.length; at += 1) {
      const letter = item.str.charAt(at);
      places[at] = text.length;
      if (!/\s/.test(letter)) text += letter;
      else if (!text.endsWith(' ')) text += ' ';
    }
    places[item.str.length] = text.length;
    if (item.hasEOL && !text.endsWith(' ')) text += ' ';
    offsets.push(places);
  }
  return { text, pieces, offsets };
}

/** Texts of pages as they are asked for, once. */
export class PageTexts {
  private readonly known = new Map<number, Promise<PageText>>();

  constructor(readonly paper: PDFDocumentProxy) {}

  read(page: number): Promise<PageText> {
    const known = this.known.get(page) ?? readPageText(this.paper, page);
    this.known.set(page, known);
    return known;
  }
}

/** What was chosen on the page, as a stretch of its text. */
export function stretchOf({ offsets }: PageText, [startItem, startOffset, endItem, endOffset]: Hit): { start: number; end: number } {
  const placeOf = (item: number, offset: number) => offsets[item]?.[Math.min(offset, (offsets[item]?.length ?? 1) - 1)] ?? 0;
  return { start: placeOf(startItem, startOffset), end: placeOf(endItem, endOffset) };
}

function boxOf(piece: Piece, from: number, to: number): Rect {
  const [left, right] = [along(piece.text, from), along(piece.text, to)];
  const corners = [piece.corner(left, ASCENT), piece.corner(right, ASCENT), piece.corner(left, -DESCENT), piece.corner(right, -DESCENT)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [share(Math.min(...xs)), share(Math.min(...ys))];
  return [x, y, share(Math.max(...xs) - x), share(Math.max(...ys) - y)];
}

const MOST_RECTS = 200;

/** The lines on which a stretch of the page's text stands. */
export function rectsOf({ pieces, offsets }: PageText, start: number, end: number): Rect[] {
  const lines: Rect[] = [];
  pieces.forEach((piece, index) => {
    const places = offsets[index];
    if (!places || piece.text.trim() === '') return;
    let from = -1;
    let to = -1;
    for (let at = 0; at < piece.text.length; at += 1) {
      const place = places[at] ?? 0;
      if (place < start || place >= end || (places[at + 1] ?? place) === place) continue;
      if (from === -1) from = at;
      to = at + 1;
    }
    if (from === -1) return;
    const box = boxOf(piece, from, to);
    const last = lines.at(-1);
    const isSameLine = last !== undefined && Math.abs(last[1] - box[1]) < 0.004 && Math.abs(last[3] - box[3]) < 0.008 && box[0] >= last[0] && box[0] - (last[0] + last[2]) < 0.03;
    if (isSameLine) lines[lines.length - 1] = [last[0], Math.min(last[1], box[1]), share(box[0] + box[2] - last[0]), Math.max(last[3], box[3])];
    else lines.push(box);
  });
  return lines.slice(0, MOST_RECTS);
}

const AROUND = 64;

export interface Anchor { quote?: { exact: string; prefix: string; suffix: string }; start?: number; end?: number; rects?: number[] }

/** What a note keeps of a stretch of text: the words, what surrounds them, and their lines. */
export function anchorOf(page: PageText, start: number, end: number): Anchor {
  const exact = page.text.slice(start, end).trim().normalize('NFC').slice(0, 4000);
  if (exact === '') return {};
  const words = (from: number, to: number) => page.text.slice(Math.max(0, from), to).normalize('NFC').slice(0, 64);
  return { quote: { exact, prefix: words(start - AROUND, start), suffix: words(end, end + AROUND) }, start, end, rects: rectsOf(page, start, end).flat() };
}

const MOST_ANCHOR = 120;

/** For what is not written on words itself: the words nearest to it. */
export function anchorNear(page: PageText, x: number, y: number): Anchor {
  let nearest = -1;
  let least = Infinity;
  page.pieces.forEach((piece, index) => {
    if (piece.text.trim().length < 3) return;
    const [left, top, width, height] = boxOf(piece, 0, piece.text.length);
    const far = Math.hypot(Math.max(left - x, 0, x - left - width) * 0.5, Math.max(top - y, 0, y - top - height));
    if (far < least) [least, nearest] = [far, index];
  });
  const places = page.offsets[nearest];
  if (!places) return {};
  const start = places[0] ?? 0;
  return anchorOf(page, start, Math.min(places[places.length - 1] ?? start, start + MOST_ANCHOR));
}
