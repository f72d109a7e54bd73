import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalText } from '../../../src/verifier/canonical.js';
import type { Confirmed } from '../../../src/verifier/check.js';
import { readCoseKey } from '../../../src/verifier/cose.js';
import { checkEvidence } from '../../../src/verifier/evidence.js';
import { Findings } from '../../../src/verifier/findings.js';
import type { Evidence } from '../../../src/verifier/format.js';
import { Rows } from '../../../src/verifier/rows.js';

type Algorithm = 'ES256' | 'EdDSA' | 'RS256';
const uuid = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;
const [MOTION, MEMBER, ACCOUNT, BODY] = [uuid(1), uuid(2), uuid(3), uuid(4)];
const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** A CBOR map of small integers to integers and byte strings. (RFC 8949) */
function cbor(pairs: [number, number | Buffer][]): Buffer {
  const head = (major: number, value: number): Buffer => {
    if (value < 24) return Buffer.from([(major << 5) | value]);
    return value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
  };
  const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([label, value]) => [integer(label), typeof value === 'number' ? integer(value) : Buffer.concat([head(2, value.length), value])])]);
}

function newKey(algorithm: Algorithm): { privateKey: KeyObject; cose: Buffer; sign: (data: Buffer) => Buffer } {
  const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');
  const make = (pair: { publicKey: KeyObject; privateKey: KeyObject }, hash: string | null, pairs: (jwk: { x?: string; y?: string; n?: string; e?: string }) => [number, number | Buffer][]) =>
    ({ privateKey: pair.privateKey, cose: cbor(pairs(pair.publicKey.export({ format: 'jwk' }))), sign: (data: Buffer) => sign(hash, data, pair.privateKey) });
  switch (algorithm) {
    case 'ES256': return make(generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'sha256', ({ x, y }) => [[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]);
    case 'EdDSA': return make(generateKeyPairSync('ed25519'), null, ({ x }) => [[1, 1], [3, -8], [-1, 6], [-2, bytes(x)]]);
    case 'RS256': return make(generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sha256', ({ n, e }) => [[1, 3], [3, -257], [-1, bytes(n)], [-2, bytes(e)]]);
  }
}

const KEYS = { ES256: newKey('ES256'), EdDSA: newKey('EdDSA'), RS256: newKey('RS256') };
const AT = '2026-11-22T03:00:00.000Z';

interface Wishes {
  algorithm?: Algorithm;
  choice?: string;
  origin?: string;
  type?: string;
  challenge?: string;
  flags?: number;
  rpId?: string;
  crossOrigin?: boolean;
  change?: (evidence: Evidence) => Evidence;
}

/** A confirmation by passkey, right but for what is wished otherwise. */
function evidenceOf(wishes: Wishes = {}): Evidence {
  const { algorithm = 'ES256', choice = 'agree', origin = 'https://ecabinet.chinhphu.vn', type = 'webauthn.get', flags = 0x05, rpId = 'chinhphu.vn', crossOrigin = false } = wishes;
  const answers = [{ questionId: MOTION, question: 'Thông qua', choice, textSha256: null }];
  const statement = canonicalText({ v: 1, act: 'ballot', bodyId: BODY, subjectId: MOTION, memberId: MEMBER, accountId: ACCOUNT, answers, papers: [], at: AT });
  const client = Buffer.from(JSON.stringify({ type, challenge: wishes.challenge ?? sha256(statement).toString('base64url'), origin, crossOrigin }));
  const authenticator = Buffer.concat([sha256(rpId), Buffer.from([flags, 0, 0, 0, 7])]);
  const key = KEYS[algorithm];
  const evidence: Evidence = {
    kind: 'passkey', subjectId: MOTION, memberId: MEMBER, accountId: ACCOUNT, statement, at: AT, sha256: '', credentialId: 'Y3JlZA', publicKey: key.cose.toString('base64url'),
    authenticatorData: authenticator.toString('base64url'), clientDataJSON: client.toString('base64url'), signature: key.sign(Buffer.concat([authenticator, sha256(client)])).toString('base64url'),
  };
  const changed = wishes.change?.(evidence) ?? evidence;
  const { subjectId: _s, memberId: _m, accountId: _a, sha256: _h, ...hashed } = changed;
  return { ...changed, sha256: sha256(canonicalText(hashed)).toString('hex') };
}

function confirmedBy({ sha256: hash }: Evidence): Confirmed {
  return { seq: 9, at: AT, act: 'ballot', sha256: hash, bodyId: BODY, subjectId: MOTION, memberId: MEMBER, accountId: ACCOUNT, papers: [], answers: [{ questionId: MOTION, question: 'Thông qua', choice: 'agree', text: null }] };
}

function logWith(evidence: Evidence, { enrolledBy = ACCOUNT, removed = false, at = '2026-11-01T00:00:00.000Z' } = {}): Rows {
  const rows = new Rows();
  const row = { private: undefined, bodyId: null, actorId: enrolledBy, ids: { accountId: enrolledBy } };
  rows.add({ ...row, seq: 1, at, type: 'identity.passkeyEnrolled', facts: { credentialId: evidence.credentialId, publicKeySha256: sha256(Buffer.from(evidence.publicKey ?? '', 'base64url')).toString('hex'), algorithm: -7 } });
  if (removed) rows.add({ ...row, seq: 2, at: '2026-11-02T00:00:00.000Z', type: 'identity.passkeyRemoved', facts: { credentialId: evidence.credentialId } });
  return rows;
}

function codesOf(list: Evidence[], confirmed: Confirmed[], rows: Rows | null = null): string[] {
  const findings = new Findings();
  checkEvidence(list, confirmed, { rows: rows ?? new Rows(), isLog: rows !== null, findings });
  return findings.failures.map(({ code }) => code);
}

const flipped = (text: string | null): string => `${text?.startsWith('A') ? 'B' : 'A'}${(text ?? '').slice(1)}`;

describe('the confirmation of a person', () => {
  it.each<Algorithm>(['ES256', 'EdDSA', 'RS256'])('holds where a passkey of %s signed what was cast', (algorithm) => {
    const evidence = evidenceOf({ algorithm });
    expect(readCoseKey(KEYS[algorithm].cose)?.algorithm).toBe(algorithm);
    expect(codesOf([evidence], [confirmedBy(evidence)], logWith(evidence))).toEqual([]);
  });

  it.each<[string, Wishes, string]>([
    ['another choice', { choice: 'disagree' }, 'differs'],
    ['another challenge', { challenge: sha256('else').toString('base64url') }, 'differs'],
    ['an enrolment instead of an assertion', { type: 'webauthn.create' }, 'differs'],
    ['a site without https', { origin: 'http://ecabinet.chinhphu.vn' }, 'otherSite'],
    ['another site', { origin: 'https://ecabinet.example' }, 'otherSite'],
    ['a frame in another site', { crossOrigin: true }, 'otherSite'],
    ['nobody present', { flags: 0x04 }, 'notVerified'],
    ['nobody verified', { flags: 0x01 }, 'notVerified'],
    ['a changed signature', { change: (evidence) => ({ ...evidence, signature: flipped(evidence.signature) }) }, 'signatureWrong'],
    ['changed data of the authenticator', { change: (evidence) => ({ ...evidence, authenticatorData: `${(evidence.authenticatorData ?? '').slice(0, -1)}A` }) }, 'signatureWrong'],
    ['more data than the authenticator signs', { change: (evidence) => ({ ...evidence, authenticatorData: `${evidence.authenticatorData ?? ''}AAAA` }) }, 'evidenceIncomplete'],
    ['another key', { change: (evidence) => ({ ...evidence, publicKey: newKey('ES256').cose.toString('base64url') }) }, 'signatureWrong'],
    ['a key that is none', { change: (evidence) => ({ ...evidence, publicKey: 'oQ' }) }, 'keyUnreadable'],
    ['no signature', { change: (evidence) => ({ ...evidence, signature: null }) }, 'evidenceIncomplete'],
    ['a statement that is not canonical', { change: (evidence) => ({ ...evidence, statement: ` ${evidence.statement}` }) }, 'notCanonical'],
    ['another member', { change: (evidence) => ({ ...evidence, memberId: uuid(9) }) }, 'differs'],
    ['a code that claims to be a passkey', { change: (evidence) => ({ ...evidence, kind: 'code' }) }, 'differs'],
  ])('fails with %s', (_, wishes, code) => {
    const evidence = evidenceOf(wishes);
    expect(codesOf([evidence], [confirmedBy(evidence)])).toContain(code);
  });

  it('fails where the hash of the row is another', () => {
    const evidence = evidenceOf();
    const later = { ...evidence, at: '2026-11-22T03:00:00.001Z' };
    expect(codesOf([later], [confirmedBy(evidence)])).toEqual(['differs', 'evidenceUnneeded', 'evidenceMissing']);
  });

  it('fails where one is missing, doubled, or belongs to nothing', () => {
    const evidence = evidenceOf();
    expect(codesOf([], [confirmedBy(evidence)])).toEqual(['evidenceMissing']);
    expect(codesOf([evidence, evidence], [confirmedBy(evidence)])).toEqual(['evidenceUnneeded']);
    expect(codesOf([evidence], [])).toEqual(['evidenceUnneeded']);
  });

  it('fails where the log does not know the passkey as this person’s at that time', () => {
    const evidence = evidenceOf();
    const confirmed = [confirmedBy(evidence)];
    expect(codesOf([evidence], confirmed, new Rows())).toEqual(['passkeyUnknown']);
    expect(codesOf([evidence], confirmed, logWith(evidence, { enrolledBy: uuid(8) }))).toEqual(['passkeyUnknown']);
    expect(codesOf([evidence], confirmed, logWith(evidence, { at: '2026-11-23T00:00:00.000Z' }))).toEqual(['passkeyUnknown']);
    expect(codesOf([evidence], confirmed, logWith(evidence, { removed: true }))).toEqual(['passkeyRemoved']);
  });

  it('takes a password and a code for what the server says of them, and nothing more', () => {
    const evidence = evidenceOf({ change: (made) => ({ ...made, kind: 'code', credentialId: null, publicKey: null, authenticatorData: null, clientDataJSON: null, signature: null }) });
    expect(codesOf([evidence], [confirmedBy(evidence)], new Rows())).toEqual([]);
  });

  it.each([['nothing', Buffer.alloc(0)], ['a list', Buffer.from([0x80])], ['a label twice', cbor([[1, 2], [1, 2]])], ['more after the map', Buffer.concat([KEYS.ES256.cose, Buffer.from([0])])], ['a point not on the curve', cbor([[1, 2], [3, -7], [-1, 1], [-2, Buffer.alloc(32, 1)], [-3, Buffer.alloc(32, 1)]])]])('reads no key out of %s', (_, bytes) => {
    expect(readCoseKey(bytes)).toBeNull();
  });
});
