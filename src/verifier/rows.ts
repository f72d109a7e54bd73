import { fromBase64, readCanonical, sha256 } from './canonical.js';
import type { Findings } from './findings.js';
import { type Export, type Row, ROW } from './format.js';
import type { Shape } from './shape.js';

/** The rows that are shown, by number, and what they name. */
export class Rows {
  private readonly bySeq = new Map<number, Row>();
  /** Rows of passkeys enrolled and removed. */
  readonly passkeys: Row[] = [];
  private readonly bySubject = new Map<string, Row[]>();

  add(row: Row): void {
    this.bySeq.set(row.seq, row);
    if (row.type.startsWith('identity.passkey')) this.passkeys.push(row);
    for (const name of ['motionId', 'requestId'] as const) {
      const id = row.ids[name];
      if (typeof id !== 'string') continue;
      const named = this.bySubject.get(id);
      if (named) named.push(row);
      else this.bySubject.set(id, [row]);
    }
  }

  get(seq: number): Row | undefined {
    return this.bySeq.get(seq);
  }

  all(): Row[] {
    return [...this.bySeq.values()];
  }

  /** Rows that name a motion or a request, in the order of time. */
  of(id: string): Row[] {
    return [...(this.bySubject.get(id) ?? [])].sort((a, b) => (a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1));
  }
}

/** Each row is canonical, well formed and stands at its own number. */
export function readRows({ leaves, scope }: Export, findings: Findings): Rows {
  const rows = new Rows();
  leaves.forEach(({ seq, content, hash }, index) => {
    const where = `leaves[${index}] (seq ${seq})`;
    findings.need((content === undefined) !== (hash === undefined), 'leafForm', where);
    if (scope.kind === 'log') findings.same(`${where}.seq`, index + 1, seq);
    else findings.need(index === 0 || seq > (leaves[index - 1]?.seq ?? 0), 'notInOrder', where);
    if (content === undefined) return void findings.need(scope.kind === 'log', 'leafForm', where);
    const read = readCanonical(content);
    if (!findings.need(read !== null, 'notCanonical', where) || !ROW(read?.value, where, findings)) return;
    findings.same(`${where}.content.seq`, seq, read.value.seq);
    if (scope.kind === 'motion') findings.same(`${where}.ids.motionId`, scope.id, read.value.ids.motionId);
    if (scope.kind === 'request') findings.same(`${where}.ids.requestId`, scope.id, read.value.ids.requestId);
    rows.add(read.value);
  });
  return rows;
}

/** Private contents of rows whose salted hash is right. */
export class Openings {
  private readonly contents = new Map<number, unknown>();

  constructor(private readonly rows: Rows) {}

  check({ openings }: Export, findings: Findings): void {
    openings.forEach(({ seq, salt, content }, index) => {
      const where = `openings[${index}] (seq ${seq})`;
      findings.need(index === 0 || seq > (openings[index - 1]?.seq ?? 0), 'notInOrder', where);
      const bytes = fromBase64(salt) ?? Buffer.alloc(0);
      const read = readCanonical(content);
      if (!findings.need(read !== null, 'notCanonical', where)) return;
      findings.same(`${where}.private`, sha256(bytes, content).toString('hex'), this.rows.get(seq)?.private ?? null);
      this.contents.set(seq, read?.value);
    });
  }

  seqs(): number[] {
    return [...this.contents.keys()];
  }

  /** The private content of a row in its form; null, with a failure, where it is missing or of another form. */
  read<T>(row: Row, shape: Shape<T>, findings: Findings): T | null {
    const where = `seq ${row.seq}`;
    if (!findings.need(this.contents.has(row.seq), 'openingMissing', where)) return null;
    return readAs(shape, this.contents.get(row.seq), { where: `${where}.private`, findings });
  }
}

export function readAs<T>(shape: Shape<T>, value: unknown, to: { where: string; findings: Findings }): T | null {
  return shape(value, to.where, to.findings) ? value : null;
}

/** Whether a list holds each thing once, in order of its key. */
export function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || key > (keys[index - 1] ?? ''));
}

export const byMember = <T extends { memberId: string }>(a: T, b: T): number => (a.memberId < b.memberId ? -1 : 1);
