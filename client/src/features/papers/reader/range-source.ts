import { PDFDataRangeTransport } from 'pdfjs-dist';
import { onLeaving } from '../../../api/leaving';
import { readCarried } from '../../../api/pack/carried';
import { KeptPieces } from './kept-pieces';

export const PIECE = 65_536;
const kept = new KeptPieces(PIECE);
// Nobody who comes after finds another person's papers.
onLeaving(() => kept.forget());
/** A file's table of contents stands at its end and is about a hundredth of it. */
const CONTENTS_SHARE = 100;
/** While the paper is being opened, a hole this small before its known end is fetched in one go: it is the rest of the file's table of contents. */
const HOLE_PIECES = 4;
const AGAIN_MS = 1500;

export type SourceFailure = 'paperGone' | 'paperUnreadable' | 'offline';

/** The server said no; asking again will not help. */
class Gone extends Error {}

/** The server has the file and cannot decrypt it; asking again soon will not help either. */
class Unreadable extends Error {}

async function isUnreadable(response: Response): Promise<boolean> {
  if (response.status !== 503) return false;
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' && body !== null && 'code' in body && body.code === 'paperUnreadable';
}

const failureOf = (error: unknown): SourceFailure => (error instanceof Gone ? 'paperGone' : error instanceof Unreadable ? 'paperUnreadable' : 'offline');

async function fetchRange(url: string, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
  if (response.status >= 400 && response.status < 500) throw new Gone(String(response.status));
  if (await isUnreadable(response)) throw new Unreadable('503');
  if (!response.ok) throw new Error(String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer());
  return response.status === 200 ? bytes.subarray(begin, end) : bytes;
}

/** The most that comes along unasked with the end of a stream. */
const STREAM_PIECES = 16;

/** Where a stream that begins in these bytes and does not end in them will end: its length stands before it. */
function endOfCutStream(bytes: Uint8Array, offset: number): number | null {
  const text = new TextDecoder('latin1').decode(bytes);
  const at = text.lastIndexOf('stream');
  if (at < 3 || text.slice(at - 3, at) === 'end') return null;
  const length = [...text.slice(Math.max(0, at - 2000), at).matchAll(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/g)].at(-1)?.[1];
  const end = offset + at + Number(length ?? 0);
  return end > offset + bytes.byteLength ? end : null;
}

/** What pdf.js will ask for first, asked for before it and the reader are there. */
const begun = new Map<string, RangeSource>();

/** Begins to fetch a paper that is about to be opened. */
export function beginFetching(url: string, size: number): void {
  if (begun.has(url)) return;
  for (const source of begun.values()) source.abort();
  begun.clear();
  begun.set(url, new RangeSource(url, size));
}

/** The source that was begun, else a new one. */
export function sourceOf(url: string, size: number): RangeSource {
  const source = begun.get(url) ?? new RangeSource(url, size);
  begun.delete(url);
  return source;
}

/**
 * Brings a paper piece by piece. The server has said how long the file is, so nothing is probed: its beginning and its end, which are
 * always asked for first, are under way before pdf.js has started. Once the paper is open, a break of the network is waited out.
 */
export class RangeSource extends PDFDataRangeTransport {
  private readonly stopping = new AbortController();
  private readonly pieces = new Map<number, Promise<Uint8Array>>();
  private knownEnd: number;
  private isOpen = false;
  /** A stream that was cut by the piece brought last. pdf.js looks for its end first, then reads it: both come together. */
  private cut: { from: number; endsIn: number } | null = null;

  /** Told what went wrong. */
  onFailed: (code: SourceFailure) => void = () => {};

  constructor(private readonly url: string, private readonly size: number) {
    super(size, null);
    const count = Math.ceil(size / PIECE);
    const contents = Math.min(HOLE_PIECES * PIECE, Math.max(PIECE / 2, size / CONTENTS_SHARE));
    this.knownEnd = Math.min(count, Math.max(1, Math.floor((size - contents) / PIECE)));
    this.load(0, 1);
    if (this.knownEnd < count) this.load(this.knownEnd, count);
  }

  /** From now on a break is waited out instead of told. */
  opened(): void {
    this.isOpen = true;
  }

  override requestDataRange(begin: number, end: number): void {
    this.bring(Math.floor(begin / PIECE), Math.ceil(end / PIECE)).then(
      (bytes) => { if (!this.stopping.signal.aborted) this.onDataRange(begin, bytes); },
      (error: unknown) => { if (!this.stopping.signal.aborted) this.onFailed(failureOf(error)); },
    );
  }

  override abort(): void {
    this.stopping.abort();
    this.pieces.clear();
  }

  private async bring(first: number, after: number): Promise<Uint8Array> {
    this.loadCutStream(first);
    for (let at = first; at < after; at += 1) {
      if (this.pieces.has(at)) continue;
      let end = at + 1;
      while (end < after && !this.pieces.has(end)) end += 1;
      this.load(at, this.isHoleBeforeEnd(at) ? this.knownEnd : end);
    }
    const numbers = Array.from({ length: after - first }, (_, index) => first + index);
    const parts = await Promise.all(numbers.map((number) => this.pieces.get(number) ?? new Uint8Array()));
    for (const number of numbers) this.pieces.delete(number);
    this.noteCutStream(parts.at(-1), after);
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let offset = 0;
    for (const part of parts) {
      whole.set(part, offset);
      offset += part.byteLength;
    }
    return whole;
  }

  private isHoleBeforeEnd(at: number): boolean {
    return !this.isOpen && at > 0 && at < this.knownEnd && at >= this.knownEnd - HOLE_PIECES;
  }

  private noteCutStream(last: Uint8Array | undefined, after: number): void {
    const end = last ? endOfCutStream(last, (after - 1) * PIECE) : null;
    this.cut = end === null ? null : { from: after, endsIn: Math.floor(end / PIECE) };
  }

  private loadCutStream(asked: number): void {
    const { cut } = this;
    if (cut === null || asked !== cut.endsIn || asked - cut.from > STREAM_PIECES) return;
    const isNew = Array.from({ length: asked - cut.from + 1 }, (_, index) => cut.from + index).every((number) => !this.pieces.has(number));
    if (isNew && asked < this.knownEnd) this.load(cut.from, asked + 1);
  }

  /** Asks for neighbouring pieces in one request. */
  private load(first: number, after: number): void {
    if (after >= this.knownEnd) this.knownEnd = Math.min(this.knownEnd, first);
    const bytes = this.bytesOf(first, after);
    for (let at = first; at < after; at += 1) {
      const piece = bytes.then((all) => all.slice((at - first) * PIECE, (at - first + 1) * PIECE));
      piece.catch(() => undefined);
      this.pieces.set(at, piece);
    }
  }

  private async bytesOf(first: number, after: number): Promise<Uint8Array> {
    const known = kept.read(this.url, first, after);
    if (known) return known;
    const [begin, end] = [first * PIECE, Math.min(after * PIECE, this.size)];
    const bytes = (await readCarried(this.url, begin, end)) ?? (await this.fetchPatiently(begin, end));
    kept.keep(this.url, first, bytes);
    return bytes;
  }

  private async fetchPatiently(begin: number, end: number): Promise<Uint8Array> {
    for (;;) {
      try {
        return await fetchRange(this.url, begin, end, this.stopping.signal);
      } catch (error) {
        if (!this.isOpen || error instanceof Gone || error instanceof Unreadable || this.stopping.signal.aborted) throw error;
      }
      await new Promise((resolve) => window.setTimeout(resolve, AGAIN_MS));
    }
  }
}
