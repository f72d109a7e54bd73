import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Refusal, refusalFrom } from '../refusal';
import { keepingDevice } from './device';
import { fileKeyOf, newFileKey, sealJson, sealSegment, SEGMENT, segmentsOf, unsealJson, unsealSegment } from './sealing';
import { type DeviceRow, type PaperRow, rows } from './store';

export interface PaperLabel { title: string; number: number; pages: number }
export interface WantedPaper extends PaperLabel { versionId: string; paperId: string; sessionId: string; size: number; sha256: string }
export interface KeptPaper extends PaperLabel { versionId: string; paperId: string; sessionId: string; size: number; takenAt: number }

/** What went wrong on the device itself. The words are in the texts of the group `offline`. */
export class KeepFailure extends Error {
  constructor(readonly reason: 'noRoom' | 'noStore' | 'broken') {
    super(reason);
  }
}

/** The device's own reasons, told apart from the server's. */
export function asFailure(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return error.name === 'QuotaExceededError' ? new KeepFailure('noRoom') : error.name === 'AbortError' || error.name === 'NetworkError' ? error : new KeepFailure('noStore');
}

/** What the browser says is free; some do not say, and are asked by trying. */
async function demandRoom(size: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate().catch(() => ({ quota: undefined, usage: undefined }));
  if (quota !== undefined && usage !== undefined && quota - usage < size * 1.1) throw new KeepFailure('noRoom');
}

/** The file's bytes in segments, each of its full length but the last. */
async function* segmentsFrom(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  let segment = new Uint8Array(SEGMENT);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (let offset = 0; offset < value.byteLength;) {
      const part = value.subarray(offset, offset + SEGMENT - filled);
      segment.set(part, filled);
      filled += part.byteLength;
      offset += part.byteLength;
      if (filled < SEGMENT) continue;
      yield segment;
      segment = new Uint8Array(SEGMENT);
      filled = 0;
    }
  }
  if (filled > 0) yield segment.slice(0, filled);
}

async function fileOf(versionId: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(`/api/paper-versions/${versionId}/file`, { credentials: 'same-origin', signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new Refusal('offline', {}, 0);
  });
  if (!response.ok || response.body === null) throw refusalFrom(response.status, await response.json().catch(() => undefined));
  return response.body;
}

/** Brings a paper and seals it piece by piece: it is there whole, or not at all. */
export async function keepPaper(device: DeviceRow, wanted: WantedPaper, { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void }): Promise<void> {
  const { versionId, paperId, sessionId, size, title, number, pages } = wanted;
  await demandRoom(size);
  const { key, wrapped } = await newFileKey(device.key, versionId);
  const hash = sha256.create();
  const count = segmentsOf(size);
  let index = 0;
  try {
    for await (const segment of segmentsFrom(await fileOf(versionId, signal))) {
      hash.update(segment);
      await rows.putPiece(versionId, index, await sealSegment(key, versionId, { index, count }, segment));
      index += 1;
      onBytes(segment.byteLength);
    }
    if (bytesToHex(hash.digest()) !== wanted.sha256) throw new KeepFailure('broken');
    const label = await sealJson(device.key, `label ${versionId}`, { title, number, pages } satisfies PaperLabel);
    await rows.putPaper({ versionId, paperId, sessionId, size, takenAt: Date.now(), fileKey: wrapped, label });
  } catch (error) {
    await rows.dropPieces(versionId).catch(() => undefined);
    if (error instanceof TypeError && !signal.aborted) throw new Refusal('offline', {}, 0);
    throw asFailure(error);
  }
}

const isLabel = (value: unknown): value is PaperLabel => typeof value === 'object' && value !== null && 'title' in value && 'number' in value && 'pages' in value;

export async function keptPapers(): Promise<KeptPaper[]> {
  const device = await keepingDevice();
  if (device === null) return [];
  const kept: KeptPaper[] = [];
  for (const row of await rows.papers()) {
    const label = await unsealJson(device.key, `label ${row.versionId}`, row.label).catch(() => null);
    const { versionId, paperId, sessionId, size, takenAt } = row;
    if (isLabel(label)) kept.push({ versionId, paperId, sessionId, size, takenAt, ...label });
    else await rows.dropPaper(versionId);
  }
  return kept;
}

let opened: { row: PaperRow; key: CryptoKey } | null = null;

async function openRow(versionId: string): Promise<{ row: PaperRow; key: CryptoKey } | null> {
  const device = await keepingDevice();
  const row = device === null ? undefined : await rows.paper(versionId);
  if (device === null || row === undefined) return null;
  if (opened?.row.versionId !== versionId || opened.row.takenAt !== row.takenAt) opened = { row, key: await fileKeyOf(device.key, versionId, row.fileKey) };
  return opened;
}

/** Bytes of a paper that was taken along; null where it is not here, or does not open. */
export async function readKeptPaper(versionId: string, begin: number, end: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const open = await openRow(versionId).catch(() => null);
  if (open === null) return null;
  const { row, key } = open;
  const [first, last] = [Math.floor(begin / SEGMENT), Math.floor((end - 1) / SEGMENT)];
  const sealed = await rows.pieces(versionId, first, last);
  if (sealed.length !== last - first + 1) return null;
  const whole = new Uint8Array(end - begin);
  for (const [offset, piece] of sealed.entries()) {
    const index = first + offset;
    const plain = await unsealSegment(key, versionId, { index, count: segmentsOf(row.size) }, piece).catch(() => null);
    if (plain === null) return null;
    const from = Math.max(begin, index * SEGMENT);
    const until = Math.min(end, index * SEGMENT + plain.byteLength);
    whole.set(plain.subarray(from - index * SEGMENT, until - index * SEGMENT), from - begin);
  }
  return whole;
}

/** Pieces of papers whose taking was cut short by a closed window. */
export async function sweepPieces(): Promise<void> {
  const known = new Set((await rows.papers()).map(({ versionId }) => versionId));
  const orphans = new Set<string>();
  for (const key of await rows.pieceKeys()) if (Array.isArray(key) && typeof key[0] === 'string' && !known.has(key[0])) orphans.add(key[0]);
  for (const versionId of orphans) await rows.dropPieces(versionId);
}
