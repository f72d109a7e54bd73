import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { LogCheckpoint } from '../../api/contract';
import { bytes, equal, joined } from './bytes';
import { fetchCheckpoint, fetchConsistency } from './api';

/** What this browser last saw of the log. Kept so that nobody can show it another past. */
export interface Seen { origin: string; vkey: string; size: number; root: string; note: string; at: string }

export type Verdict =
  | { kind: 'same' | 'grown' | 'first' | 'none'; now: Seen | null }
  | { kind: 'restored'; seen: Seen; now: Seen; restoredTo: number; at: string }
  | { kind: 'fork'; seen: Seen | null; now: LogCheckpoint };

const STORED = 'log-checkpoint';

function readSeen(): Seen | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(STORED) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'size' in kept && 'vkey' in kept ? (kept as Seen) : null;
  } catch {
    // A damaged entry is no evidence; the log is met as if for the first time.
    return null;
  }
}

/** The key this browser met first: another one that the server tells later proves nothing. */
export const keyOf = (told: LogCheckpoint): string => readSeen()?.vkey ?? told.vkey;

export function keep(seen: Seen): void {
  window.localStorage.setItem(STORED, JSON.stringify(seen));
}

/** The parts of a note whose signature is right by the key; null otherwise. (C2SP signed-note, tlog-checkpoint) */
export function openNote(note: string, vkey: string): { origin: string; size: number; root: string } | null {
  const [body = '', signatures = ''] = note.split('\n\n');
  // The key's own base64 may hold a plus.
  const [name = '', id = '', ...key] = vkey.split('+');
  const publicKey = bytes(key.join('+')).slice(1);
  const line = signatures.split('\n').find((each) => each.startsWith(`— ${name} `));
  const blob = bytes(line?.split(' ').at(-1) ?? '');
  const hex = [...blob.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const text = new TextEncoder().encode(`${body}\n`);
  if (blob.length !== 68 || hex !== id || !ed25519.verify(blob.slice(4), text, publicKey)) return null;
  const [origin = '', size = '', root = ''] = body.split('\n');
  return /^\d+$/.test(size) ? { origin, size: Number(size), root } : null;
}

export const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(joined(Uint8Array.of(1), left, right));
export const half = (value: number): number => Math.floor(value / 2);

/** Whether the later root is made of the same rows as the earlier one. (RFC 9162 2.1.4.2) */
function goesOn(before: { size: number; root: string }, after: { size: number; root: string }, proof: readonly string[]): boolean {
  if (before.size === after.size) return proof.length === 0 && before.root === after.root;
  if (before.size > after.size || before.size === 0) return false;
  const path = proof.map((hash) => bytes(hash));
  const isPower = Number.isInteger(Math.log2(before.size));
  const first = isPower ? bytes(before.root) : path.shift();
  if (first === undefined) return false;
  let [at, last] = [before.size - 1, after.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [old, whole] = [first, first];
  for (const hash of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, whole] = [node(hash, old), node(hash, whole)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else whole = node(whole, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(old, bytes(before.root)) && equal(whole, bytes(after.root));
}

/** Asks the server how far the log has come, and for the proof that it goes on from what this browser saw. Keeps the newer only when it does. */
export async function look(): Promise<Verdict> {
  const told = await fetchCheckpoint();
  const seen = readSeen();
  if (told.note === null) return { kind: 'none', now: null };
  const opened = openNote(told.note, seen?.vkey ?? told.vkey);
  if (opened === null || opened.origin !== (seen?.origin ?? told.origin)) return { kind: 'fork', seen, now: told };
  const now: Seen = { ...opened, vkey: seen?.vkey ?? told.vkey, note: told.note, at: new Date().toISOString() };
  if (seen === null) {
    keep(now);
    return { kind: 'first', now };
  }
  const lost = told.restorations.find(({ size, at }) => size < seen.size && at > seen.at);
  if (lost) return { kind: 'restored', seen, now, restoredTo: lost.size, at: lost.at };
  if (now.size < seen.size) return { kind: 'fork', seen, now: told };
  const { proof } = seen.size === now.size ? { proof: [] } : await fetchConsistency(seen.size, now.size);
  if (!goesOn(seen, now, proof)) return { kind: 'fork', seen, now: told };
  keep(now);
  return { kind: seen.size === now.size ? 'same' : 'grown', now };
}
