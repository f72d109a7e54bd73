// Finds the signatures of a PDF file in its plain bytes, where they must stand for their ranges to hold. (ISO 32000-2, 12.8)
import { createHash } from 'node:crypto';
import { readSignature } from './cms.mjs';
import { isoOf } from './der.mjs';

const MOST = 100;
const LONGEST_CONTENTS = 2 * 1024 * 1024;

/** @param deadline when hashing stops: what is not checked by then is `unknown` */
export function findSignatures(bytes, deadline) {
  const found = new Map();
  for (let at = bytes.indexOf('/ByteRange'); at >= 0 && found.size < MOST; at = bytes.indexOf('/ByteRange', at + 1)) {
    // A template has no numbers yet.
    const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(bytes.toString('latin1', at, at + 120));
    const key = range?.slice(1).join(' ');
    if (!range || found.has(key)) continue;
    const numbers = range.slice(1).map(Number);
    const { words, hex } = objectAround(bytes, at);
    // The "usage rights" of an Adobe form are made like a signature but are nobody's.
    if (!/\/TransformMethod\s*\/UR3?\b/.test(words) && numbers.every(Number.isSafeInteger)) found.set(key, factsOf(bytes, { numbers, words, hex, isLate: () => Date.now() > deadline }));
  }
  return [...found.values()];
}

/** The object that holds the range, without its long strings of digits, and the signature in it. */
function objectAround(bytes, at) {
  const start = Math.max(bytes.lastIndexOf(' obj', at), at - LONGEST_CONTENTS);
  const close = bytes.indexOf('endobj', at);
  const text = bytes.toString('latin1', start, Math.min(close < 0 ? at + 4096 : close, at + LONGEST_CONTENTS));
  return { words: text.replace(/<[0-9A-Fa-f\s]{64,}>/g, '<>'), hex: /\/Contents\s*<([0-9A-Fa-f\s]*)>/.exec(text)?.[1] ?? null };
}

function factsOf(bytes, { numbers, words, hex, isLate }) {
  const [from, length, next, rest] = numbers;
  const end = from + length;
  const isSane = end <= next && next + rest <= bytes.length;
  const inGap = isSane ? contentsOf(bytes, end, next) : null;
  // A file that was written anew after signing: its signature stands elsewhere, and fits nothing.
  const contents = inGap ?? (isSane && hex !== null ? fromHex(hex) : null);
  const subFilter = /\/SubFilter\s*\/([\w.]{1,60})/.exec(words)?.[1] ?? null;
  const facts = {
    kind: 'signature', signer: null, organisation: null, claimedAt: null, subFilter, byteRange: numbers,
    // Nothing but the signature itself may lie in the gap, or somebody could hide words there.
    coversWhole: inGap !== null && from === 0 && next + rest === bytes.length, integrity: 'unknown',
  };
  const digestOf = (name) => createHash(name).update(bytes.subarray(from, end)).update(bytes.subarray(next, next + rest)).digest();
  if (contents) Object.assign(facts, readOrNothing(contents, { digestOf, subFilter, isLate }));
  // Covered bytes that do not lie around the signature, as the standard wants, are not what its maker saw.
  if (inGap === null && facts.integrity === 'intact') facts.integrity = 'changed';
  return { ...facts, signer: clean(facts.signer), organisation: clean(facts.organisation), claimedAt: facts.claimedAt ?? claimedTime(words) };
}

function readOrNothing(contents, how) {
  try {
    return readSignature(contents, how);
  } catch {
    // Not a signature this program understands: it is shown as one that cannot be checked.
    return {};
  }
}

/** The signature between its angle brackets, or null when something else stands there. */
function contentsOf(bytes, from, to) {
  if (to - from < 4 || to - from > LONGEST_CONTENTS) return null;
  const found = /^\s*<([0-9A-Fa-f\s]*)>\s*$/.exec(bytes.toString('latin1', from, to));
  return found ? fromHex(found[1]) : null;
}

const fromHex = (digits) => Buffer.from(digits.replace(/\s+/g, ''), 'hex');

/** The time in the signature's dictionary; letters may be written by their numbers. (ISO 32000-2, 7.3.4.2 and 7.9.4) */
function claimedTime(words) {
  const written = /\/M\s*\(((?:[^()\\]|\\.){1,200})\)/.exec(words)?.[1] ?? '';
  const text = written.replace(/\\([0-7]{1,3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
  const [, year, month, day, hour, minute, second, sign, zoneHour, zoneMinute = '00'] = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'?(\d\d)?)?/.exec(text) ?? [];
  return year ? isoOf(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z'}`) : null;
}

function clean(name) {
  const text = (name ?? '').normalize('NFC').replace(/[\p{C}\s]+/gu, ' ').trim();
  return text === '' ? null : [...text].slice(0, 190).join('').slice(0, 200);
}
