export type Heard = 'ok' | 'refused' | 'unknown';

/** What a client knows of one thing it asked for: when it asked, what it heard, and when. */
export interface Operation {
  kind: 'cast' | 'close' | 'reply' | 'comment' | 'upload';
  /** What it was about: motion, request or item. */
  subject: string;
  /** Who did it. */
  by: string;
  /** What was sent, as it can be compared with what is stored. */
  sent: string;
  invokedAt: number;
  heardAt: number;
  heard: Heard;
  /** Receipt, id or code of the refusal. */
  answer: string;
}

/** Everything that was asked, in the order of hearing. */
export class History {
  readonly operations: Operation[] = [];
  readonly violations: string[] = [];

  /** Runs one request and records it; whatever is neither a clear yes nor a clear no is `unknown`. */
  async record(what: Pick<Operation, 'kind' | 'subject' | 'by' | 'sent'>, ask: () => Promise<{ status: number; answer: string }>): Promise<Operation> {
    const invokedAt = performance.now();
    const operation = await ask().then(
      ({ status, answer }): Operation => ({ ...what, invokedAt, heardAt: performance.now(), heard: status < 300 ? 'ok' : status < 500 ? 'refused' : 'unknown', answer }),
      (): Operation => ({ ...what, invokedAt, heardAt: performance.now(), heard: 'unknown', answer: '' }),
    );
    this.operations.push(operation);
    return operation;
  }

  of(kind: Operation['kind'], subject?: string): Operation[] {
    return this.operations.filter((operation) => operation.kind === kind && (subject === undefined || operation.subject === subject));
  }

  /** Notes a violation when a rule does not hold. */
  demand(holds: boolean, violation: string): void {
    if (!holds) this.violations.push(violation);
  }

  table(faults: ReadonlyMap<string, number>): string {
    const kinds = [...new Set(this.operations.map(({ kind }) => kind))];
    const count = (kind: string, heard: Heard): number => this.operations.filter((operation) => operation.kind === kind && operation.heard === heard).length;
    const lines = kinds.map((kind) => `${kind.padEnd(22)}${['ok', 'refused', 'unknown'].map((heard) => String(count(kind, heard as Heard)).padStart(9)).join('')}`);
    const struck = [...faults].map(([name, times]) => `${name.padEnd(40)}${String(times).padStart(4)}`);
    return [
      '', `${'operation'.padEnd(22)}${['ok', 'refused', 'unknown'].map((word) => word.padStart(9)).join('')}`, ...lines,
      `${'all'.padEnd(22)}${String(this.operations.length).padStart(9)}`, '', `${'fault'.padEnd(40)}   n`, ...struck, `${'all'.padEnd(40)}${String([...faults.values()].reduce((sum, times) => sum + times, 0)).padStart(4)}`,
      '', `violations: ${this.violations.length === 0 ? 'none' : this.violations.length}`, ...this.violations.slice(0, 40).map((line) => `  - ${line}`), '',
    ].join('\n');
  }
}
