import type { Check, Confirmed } from './check.js';
import { type Parsed, parseJson } from './canonical.js';
import { checkEvidence } from './evidence.js';
import { Findings } from './findings.js';
import { EXPORT, type Export } from './format.js';
import { checkCheckpoints, checkKey, checkProofs, checkTree } from './log.js';
import { checkMotion } from './motion.js';
import { checkRequest } from './request.js';
import { Openings, readRows, type Rows } from './rows.js';

export interface Report {
  /** It is an export of this format at all. */
  isExport: boolean;
  checks: Check[];
}

/** Checks an export: nothing but its text is read. `pinned`: the log's key, known from elsewhere. (docs/export-format.md) */
export function verifyExport(text: string, pinned: string | null = null): Report {
  const parsed = parseJson(text);
  if (parsed === null || !isExport(parsed.value)) return { isExport: false, checks: [] };
  const findings = new Findings();
  const checks: Check[] = [{ kind: 'format', findings }];
  const exported = readExport(parsed, findings);
  if (exported === null) return { isExport: true, checks };
  return { isExport: true, checks: [...checks, ...checkLog(exported, pinned)] };
}

export function hasPassed({ isExport, checks }: Report): boolean {
  return isExport && checks.every(({ findings }) => findings.failures.length === 0);
}

function isExport(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 'ecabinet-export' && 'version' in value && value.version === 1;
}

function readExport({ value, doubled }: Parsed, findings: Findings): Export | null {
  for (const name of doubled) findings.fail('memberDoubled', name);
  if (!EXPORT(value, 'export', findings)) return null;
  const { scope, madeAt, log } = value;
  findings.need((scope.kind === 'log') === (scope.id === undefined), 'scopeForm', 'export.scope');
  findings.need(madeAt >= (log.checkpoints.at(-1)?.at ?? ''), 'tooEarly', 'export.madeAt');
  return value;
}

function checkLog(exported: Export, pinned: string | null): Check[] {
  const [keyed, signed, read, opened] = [new Findings(), new Findings(), new Findings(), new Findings()];
  const key = checkKey(exported, pinned, keyed);
  const checkpoints = checkCheckpoints(exported, key, signed);
  const rows = readRows(exported, read);
  const tree = exported.scope.kind === 'log' ? checkTree(exported, checkpoints) : checkProofs(exported, checkpoints);
  const openings = new Openings(rows);
  openings.check(exported, opened);
  const latest = checkpoints.at(-1)?.size ?? 0;
  const all = { done: exported.leaves.filter(({ content }) => content !== undefined).length, of: exported.leaves.length };
  const checks: Check[] = [
    { kind: 'key', findings: keyed, about: exported.log.origin },
    { kind: 'checkpoints', findings: signed, counted: { done: latest, of: checkpoints.length } },
    { kind: 'rows', findings: read, counted: all }, tree,
    { kind: 'openings', findings: opened, counted: { done: openings.seqs().length, of: exported.openings.length } },
  ];
  const restorations = exported.scope.kind === 'log' ? [checkRestorations(rows)] : [];
  return [...checks, ...checkMatters(exported, rows, openings), ...restorations];
}

function checkMatters(exported: Export, rows: Rows, openings: Openings): Check[] {
  const shown = checkShown(exported, rows, openings);
  const receipts = new Set<string>();
  const confirmed: Confirmed[] = [];
  const checks: Check[] = [shown];
  for (const record of exported.records.motions) {
    const result = checkMotion({ record, rows: rows.of(record.id), openings, receipts });
    checks.push(...result.checks);
    confirmed.push(...result.confirmed);
  }
  for (const record of exported.records.requests) {
    const result = checkRequest({ record, rows: rows.of(record.id), openings, receipts });
    checks.push(...result.checks);
    confirmed.push(...result.confirmed);
  }
  const findings = new Findings();
  checkEvidence(exported.evidence, confirmed, { rows, isLog: exported.scope.kind === 'log', findings });
  return [...checks, { kind: 'evidence', findings, counted: { done: confirmed.length, of: exported.evidence.length } }];
}

const OPENED = new Set(['motion.opened', 'motion.cast', 'motion.closed', 'request.sent', 'request.replied', 'request.closed']);

/** What the log says was decided is shown, once, in order; and nothing is opened that belongs to nothing shown. */
function checkShown({ scope, records }: Export, rows: Rows, openings: Openings): Check {
  const findings = new Findings();
  const [motions, requests] = [records.motions.map(({ id }) => id), records.requests.map(({ id }) => id)];
  const named = (type: string, name: 'motionId' | 'requestId'): unknown[] => rows.all().filter((row) => row.type === type).map(({ ids }) => ids[name]);
  findings.same('records.motions', [...new Set(named('motion.published', 'motionId'))].sort(), [...motions].sort());
  findings.same('records.requests', [...new Set(named('request.closed', 'requestId'))].sort(), [...requests].sort());
  if (scope.kind === 'motion') findings.same('records', [[scope.id], []], [motions, requests]);
  if (scope.kind === 'request') findings.same('records', [[], [scope.id]], [motions, requests]);
  const opened = records.motions.map(({ openedAt, id }) => `${openedAt} ${id}`);
  const sent = records.requests.map(({ sentAt, id }) => `${sentAt} ${id}`);
  for (const [name, list] of Object.entries({ motions: opened, requests: sent })) {
    list.forEach((place, index) => findings.need(index === 0 || place > (list[index - 1] ?? ''), 'notInOrder', `records.${name}[${index}]`));
  }
  const closedTo = new Set(records.requests.filter(({ answers }) => answers === null).map(({ id }) => id));
  const ids = new Set<unknown>([...motions, ...requests]);
  for (const seq of openings.seqs()) {
    const row = rows.get(seq);
    const subject = row?.ids.motionId ?? row?.ids.requestId;
    const isNeeded = row !== undefined && OPENED.has(row.type) && ids.has(subject) && !(row.type === 'request.replied' && typeof subject === 'string' && closedTo.has(subject));
    findings.need(isNeeded, 'openingUnneeded', `seq ${seq}`);
  }
  return { kind: 'shown', findings, counted: { done: motions.length, of: requests.length } };
}

function checkRestorations(rows: Rows): Check {
  const findings = new Findings();
  const restored = rows.all().filter(({ type }) => type === 'journal.restored');
  for (const { seq, at, facts } of restored) {
    findings.need(typeof facts.size === 'number' && facts.size < seq, 'wrongType', `seq ${seq}.facts.size`);
    findings.warn('restored', `seq ${seq}, ${at}, ${String(facts.size)}`);
  }
  return { kind: 'restorations', findings, counted: { done: restored.length, of: restored.length } };
}
