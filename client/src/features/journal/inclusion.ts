import { sha256 } from '@noble/hashes/sha2.js';
import type { JournalProof } from '../../api/contract';
import { bytes, equal, joined } from './bytes';
import { openNote } from './witness';
import { fetchCheckpoint } from './api';

const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joined(Uint8Array.of(1), left, right));

/** Whether the row leads to the root, and the root is the one that was signed. (RFC 9162 2.1.3.2) */
export async function isIncluded(proof: JournalProof): Promise<boolean> {
  const { vkey } = await fetchCheckpoint();
  const signed = openNote(proof.note, vkey);
  let hash: Uint8Array = sha256(joined(Uint8Array.of(0), new TextEncoder().encode(proof.content)));
  let [at, last] = [proof.seq - 1, proof.size - 1];
  for (const sibling of proof.path) {
    if (at % 2 === 1 || at === last) {
      hash = node(bytes(sibling), hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = node(hash, bytes(sibling));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return signed?.root === proof.root && signed.size === proof.size && equal(hash, bytes(proof.root));
}
