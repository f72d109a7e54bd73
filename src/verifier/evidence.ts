import type { Confirmed } from './check.js';
import { canonicalText, fromBase64, readCanonical, sha256 } from './canonical.js';
import { isSignedBy, readCoseKey } from './cose.js';
import type { Findings } from './findings.js';
import { type Evidence, STATEMENT } from './format.js';
import type { Rows } from './rows.js';
import { readAs } from './rows.js';
import type { Of } from './shape.js';

const [USER_PRESENT, USER_VERIFIED, ATTESTED, EXTENSIONS] = [0x01, 0x04, 0x40, 0x80];

interface Context {
  /** Rows of the log, where passkeys are enrolled and removed. */
  rows: Rows;
  isLog: boolean;
  findings: Findings;
}

interface Passkeys extends Context {
  where: string;
  /** When the ballot or reply was written. */
  at: string;
}

/** Each confirmation belongs to one cast or reply and proves it; each confirmed cast or reply has its own. */
export function checkEvidence(list: readonly Evidence[], confirmed: readonly Confirmed[], context: Context): void {
  const { findings } = context;
  const wanted = new Map(confirmed.map((act) => [act.sha256, act]));
  const used = new Set<string>();
  let last = '';
  list.forEach((evidence, index) => {
    const where = `evidence[${index}] (${evidence.memberId})`;
    const { subjectId: _s, memberId: _m, accountId: _a, sha256: told, ...hashed } = evidence;
    const hash = sha256(canonicalText(hashed)).toString('hex');
    findings.same(`${where}.sha256`, hash, told);
    const act = wanted.get(hash);
    if (!findings.need(act !== undefined && !used.has(hash), 'evidenceUnneeded', where) || !act) return;
    used.add(hash);
    const order = `${act.act} ${act.subjectId} ${act.memberId} ${evidence.at}`;
    findings.need(last <= order, 'notInOrder', where);
    last = order;
    checkStatement(evidence, act, { where, findings });
    if (evidence.kind === 'passkey') checkPasskey(evidence, { ...context, where, at: act.at });
    else findings.same(`${where} code`, [null, null, null, null, null], [evidence.credentialId, evidence.publicKey, evidence.authenticatorData, evidence.clientDataJSON, evidence.signature]);
  });
  for (const { sha256: hash, seq, memberId } of confirmed) findings.need(used.has(hash), 'evidenceMissing', `seq ${seq} (${memberId})`);
}

/** What was signed is what was cast. */
function checkStatement(evidence: Evidence, act: Confirmed, { where, findings }: { where: string; findings: Findings }): void {
  const read = readCanonical(evidence.statement);
  if (!findings.need(read !== null, 'notCanonical', `${where}.statement`)) return;
  const statement = readAs(STATEMENT, read?.value, { where: `${where}.statement`, findings });
  if (!statement) return;
  const { act: kind, bodyId, subjectId, memberId, accountId, answers, papers, at } = statement;
  const expected = { kind: act.act, bodyId: act.bodyId, subjectId: act.subjectId, memberId: act.memberId, accountId: act.accountId };
  findings.same(`${where}.statement`, expected, { kind, bodyId, subjectId, memberId, accountId });
  findings.same(`${where}.subjectId`, act.subjectId, evidence.subjectId);
  findings.same(`${where}.memberId`, act.memberId, evidence.memberId);
  findings.same(`${where}.accountId`, act.accountId, evidence.accountId);
  const said = act.answers.map(({ questionId, question, choice, text, selected }) => ({ questionId, question, choice, textSha256: text === null ? null : sha256(text).toString('hex'), ...(selected ? { selected } : {}) }));
  findings.same(`${where}.statement.answers`, said, answers);
  checkAddition(statement, act, { where: `${where}.statement`, findings });
  findings.need(at <= act.at, 'tooLate', `${where}.statement.at`);
  // A paper may be released while the vote is open: then who signs later signs more papers.
  if (canonicalText(papers) !== canonicalText(act.papers)) findings.warn('otherPapers', `${where}.statement.papers`);
}

/** What a reply adds is signed by version 2; version 1, of ballots and older replies, signs none, so there must be none. */
function checkAddition({ v, comments, discussionSha256, files }: Of<typeof STATEMENT>, { act, addition }: Confirmed, { where, findings }: { where: string; findings: Findings }): void {
  const hashOf = (text: string): string => sha256(text).toString('hex');
  const { comments: said, discussion, files: sent } = addition ?? { comments: [], discussion: null, files: [] };
  if (v === 1) {
    findings.need(comments === undefined && discussionSha256 === undefined && files === undefined, 'differs', where);
    findings.same(`${where} (v 1)`, [0, null, 0], [said.length, discussion, sent.length]);
    return;
  }
  findings.same(`${where}.act`, 'reply', act);
  findings.same(`${where}.comments`, said.map(({ questionId, weight, text }) => ({ questionId, weight, textSha256: hashOf(text) })), comments);
  findings.same(`${where}.discussionSha256`, discussion === null ? null : hashOf(discussion), discussionSha256);
  findings.same(`${where}.files`, sent, files);
}

/** The assertion of a passkey. (WebAuthn Level 3 §7.2, steps 10 to 23, without what only a relying party can know) */
function checkPasskey(evidence: Evidence, context: Passkeys): void {
  const { where, findings } = context;
  const [keyBytes, authenticator, client, signature] = [evidence.publicKey, evidence.authenticatorData, evidence.clientDataJSON, evidence.signature].map((part) => (part === null ? null : fromBase64(part, 'base64url')));
  if (!keyBytes || !authenticator || !client || !signature || evidence.credentialId === null) return findings.fail('evidenceIncomplete', where);
  const origin = checkClientData(client, evidence.statement, { where: `${where}.clientDataJSON`, findings });
  const flags = authenticator[32] ?? 0;
  findings.need(authenticator.length >= 37 && ((flags & (ATTESTED | EXTENSIONS)) !== 0 || authenticator.length === 37), 'evidenceIncomplete', `${where}.authenticatorData`);
  findings.need((flags & USER_PRESENT) !== 0 && (flags & USER_VERIFIED) !== 0, 'notVerified', `${where}.authenticatorData`);
  const site = authenticator.subarray(0, 32);
  findings.need(origin !== null && sitesOf(origin.hostname).some((name) => sha256(name).equals(site)), 'otherSite', `${where}.authenticatorData`);
  const key = readCoseKey(keyBytes);
  if (findings.need(key !== null, 'keyUnreadable', `${where}.publicKey`) && key) {
    findings.need(isSignedBy(key, Buffer.concat([authenticator, sha256(client)]), signature), 'signatureWrong', `${where}.signature`);
  }
  if (context.isLog) checkKnown(evidence, sha256(keyBytes).toString('hex'), context);
}

function checkClientData(client: Buffer, statement: string, { where, findings }: { where: string; findings: Findings }): URL | null {
  const said = clientData(client);
  findings.same(`${where}.type`, 'webauthn.get', said.type);
  findings.same(`${where}.challenge`, sha256(statement).toString('base64url'), said.challenge);
  findings.need(said.crossOrigin !== true, 'otherSite', where);
  const origin = typeof said.origin === 'string' && URL.canParse(said.origin) ? new URL(said.origin) : null;
  findings.need(origin !== null && (origin.protocol === 'https:' || origin.hostname === 'localhost'), 'otherSite', `${where}.origin`);
  return origin;
}

function clientData(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** A host and the names above it: a passkey belongs to one of them. (WebAuthn Level 3 §5.1.4.1) */
function sitesOf(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** The log knows the passkey: enrolled by this account before, not removed since. */
function checkKnown(evidence: Evidence, keyHash: string, { rows, findings, where, at: usedAt }: Passkeys): void {
  const named = rows.passkeys.filter(({ facts, at }) => facts.credentialId === evidence.credentialId && at <= usedAt);
  const enrolled = named.filter(({ type, facts, actorId, ids }) => type === 'identity.passkeyEnrolled' && facts.publicKeySha256 === keyHash && [actorId, ids.accountId].includes(evidence.accountId)).at(-1);
  if (!findings.need(enrolled !== undefined, 'passkeyUnknown', where) || !enrolled) return;
  findings.need(!named.some(({ type, at }) => type === 'identity.passkeyRemoved' && at > enrolled.at), 'passkeyRemoved', where);
}
