import { sha256 } from '@noble/hashes/sha2.js';
import type { JournalProof } from '../../api/contract';
import { bytes, equal, joined } from './bytes';
import { half, keyOf, node, openNote } from './witness';
import { fetchCheckpoint } from './api';

/** Whether the row leads to the root, and the root is the one that was signed. (RFC 9162 2.1.3.2) */
export async function isIncluded(proof: JournalProof): Promise<boolean> {
  const signed = openNote(proof.note, keyOf(await fetchCheckpoint()));
  let hash: Uint8Array = sha256(joined(Uint8Array.of(0), new TextEncoder().encode(proof.content)));
  let [at, last] = [proof.seq - 1, proof.size - 1];
  for (const sibling of proof.path) {
    if (at % 2 === 1 || at === last) {
      hash = node(bytes(sibling), hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = node(hash, bytes(sibling));
    [at, last] = [half(at), half(last)];
  }
  return signed?.root === proof.root && signed.size === proof.size && equal(hash, bytes(proof.root));
}
