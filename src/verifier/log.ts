import type { Check } from './check.js';
import { Findings } from './findings.js';
import type { Export } from './format.js';
import { GrowingTree, leafHash, rootOfPath } from './merkle.js';
import { type Checkpoint, type NoteKey, openNote, readCheckpoint, readVerifierKey } from './signed-note.js';

/** The key is well formed, is the log's own, and is the one known from elsewhere where that is given. */
export function checkKey({ log }: Export, pinned: string | null, findings: Findings): NoteKey | null {
  const key = readVerifierKey(log.vkey);
  if (!findings.need(key !== null, 'keyUnreadable', 'log.vkey') || !key) return null;
  findings.same('log.origin', key.name, log.origin);
  if (pinned === null) findings.warn('keyOwnWord', log.vkey);
  else findings.same('log.vkey', pinned, log.vkey);
  return key;
}

/** Each checkpoint is signed by the log, and the log only grew. */
export function checkCheckpoints({ log }: Export, key: NoteKey | null, findings: Findings): Checkpoint[] {
  const checkpoints: Checkpoint[] = [];
  findings.need(log.checkpoints.length > 0, 'missing', 'log.checkpoints');
  log.checkpoints.forEach(({ at, note }, index) => {
    const where = `log.checkpoints[${index}]`;
    const opened = key && openNote(note, key);
    if (!findings.need(opened !== null, 'signatureWrong', where) || !opened) return;
    if (opened.others > 0) findings.warn('otherSignatures', where);
    const checkpoint = readCheckpoint(opened.text);
    if (!findings.need(checkpoint !== null, 'noCheckpoint', where) || !checkpoint) return;
    findings.same(`${where}.origin`, log.origin, checkpoint.origin);
    findings.need(checkpoint.size > (checkpoints.at(-1)?.size ?? 0), 'notGrown', `${where}.size`);
    findings.need(at >= (log.checkpoints[index - 1]?.at ?? ''), 'tooEarly', `${where}.at`);
    checkpoints.push(checkpoint);
  });
  return checkpoints;
}

/** Hash of a row in the tree, out of its text or as it was given. */
function hashOf({ content, hash }: Export['leaves'][number]): Buffer {
  return content === undefined ? Buffer.from(hash ?? '', 'base64') : leafHash(content);
}

/** The whole log: all rows up to the last checkpoint lead to the root of every checkpoint. */
export function checkTree({ leaves, proofs }: Export, checkpoints: readonly Checkpoint[]): Check {
  const findings = new Findings();
  const tree = new GrowingTree();
  findings.same('proofs.length', 0, proofs.length);
  findings.same('leaves.length', checkpoints.at(-1)?.size ?? 0, leaves.length);
  let grown = 0;
  let done = 0;
  for (const { size, root } of checkpoints) {
    for (; grown < Math.min(size, leaves.length); grown += 1) {
      const leaf = leaves[grown];
      if (leaf) tree.add(hashOf(leaf));
    }
    if (grown < size) break;
    if (findings.same(`root of ${size}`, root.toString('base64'), tree.root().toString('base64'))) done += 1;
  }
  return { kind: 'tree', findings, counted: { done, of: checkpoints.length } };
}

/** Single rows: each has a path to the root of the last checkpoint. */
export function checkProofs({ leaves, proofs }: Export, checkpoints: readonly Checkpoint[]): Check {
  const findings = new Findings();
  const latest = checkpoints.at(-1);
  findings.same('log.checkpoints.length', 1, checkpoints.length);
  findings.same('proofs', leaves.map(({ seq }) => seq), proofs.map(({ seq }) => seq));
  let done = 0;
  leaves.forEach((leaf, index) => {
    const path = (proofs[index]?.hashes ?? []).map((hash) => Buffer.from(hash, 'base64'));
    const root = latest && rootOfPath({ index: leaf.seq - 1, hash: hashOf(leaf) }, latest.size, path);
    if (findings.same(`seq ${leaf.seq} root`, latest?.root.toString('base64'), root?.toString('base64'))) done += 1;
  });
  return { kind: 'proofs', findings, counted: { done, of: leaves.length } };
}
