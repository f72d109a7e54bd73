import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type Cover, nonceOf, SEAL, SEGMENT, segmentsOf } from './domain/segments.js';

/** What opens one file: never written anywhere unwrapped. */
export interface DataKey {
  /** 32 bytes, made for this file alone. */
  key: Buffer;
  /** 7 random bytes at the start of each nonce. */
  prefix: Buffer;
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The file is not what was stored, or the key is not its own. */
export class Unreadable extends Error {}

/** Seals a stream segment by segment; holds one segment in memory. `blobId` is bound to every segment: files cannot be exchanged. */
export async function* sealSegments(source: Bytes, dataKey: DataKey, blobId: string): AsyncGenerator<Buffer> {
  let index = 0;
  let held: Buffer | null = null;
  for await (const piece of inPieces(source, SEGMENT)) {
    // Only when more follows is it known that this one was not the last.
    if (held) yield sealOne(held, dataKey, { blobId, index: index++, isLast: false });
    held = piece;
  }
  yield sealOne(held ?? Buffer.alloc(0), dataKey, { blobId, index, isLast: true });
}

/**
 * Opens the sealed segments that cover a part and gives exactly that part.
 *
 * @param of the paper's whole size and which part the sealed bytes were fetched for
 * @throws Unreadable when a segment is not the one that was stored there, or bytes are missing or too many
 */
export async function* openSegments(sealed: Bytes, dataKey: DataKey, of: { blobId: string; size: number; cover: Cover }): AsyncGenerator<Buffer> {
  const { blobId, size, cover } = of;
  const count = segmentsOf(size);
  let { first: index, skip, length } = cover;
  for await (const piece of inPieces(sealed, SEGMENT + SEAL)) {
    if (index >= count) throw new Unreadable('more bytes than were stored');
    const plain = openOne(piece, dataKey, { blobId, index, isLast: index === count - 1 });
    index += 1;
    const part = plain.subarray(skip, skip + length);
    skip = 0;
    length -= part.length;
    if (part.length > 0) yield part;
  }
  if (length > 0 || index === cover.first) throw new Unreadable('bytes are missing');
}

interface Place {
  blobId: string;
  index: number;
  isLast: boolean;
}

/** Bound to a segment without being in it: the file's name and the segment's place. */
function boundTo({ blobId, index }: Place): Buffer {
  return Buffer.from(`e-cabinet paper 1 ${blobId} ${index}`, 'latin1');
}

function sealOne(plain: Buffer, { key, prefix }: DataKey, place: Place): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, place.index, place.isLast)).setAAD(boundTo(place));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openOne(sealed: Buffer, { key, prefix }: DataKey, place: Place): Buffer {
  if (sealed.length < SEAL) throw new Unreadable('a segment is cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, place.index, place.isLast), { authTagLength: SEAL }).setAAD(boundTo(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - SEAL));
  const plain = decipher.update(sealed.subarray(0, sealed.length - SEAL));
  try {
    decipher.final();
  } catch {
    throw new Unreadable(`segment ${place.index} is not what was stored`);
  }
  return plain;
}

/** Cuts a stream into pieces of one size; the last may be shorter. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    let rest = chunk;
    while (length + rest.length >= size) {
      const taken = size - length;
      yield Buffer.concat([...waiting, rest.subarray(0, taken)], size);
      rest = rest.subarray(taken);
      waiting = [];
      length = 0;
    }
    if (rest.length > 0) waiting.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
