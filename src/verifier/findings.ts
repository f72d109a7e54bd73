import { canonicalText } from './canonical.js';
import type { FailureCode, WarningCode } from './texts.js';

/** Something that is not as it must be: where (row, member, field), what was expected and what was found. */
export interface Failure {
  where: string;
  code: FailureCode;
  expected?: string;
  found?: string;
}

/** Something the reader should know that is no failure. */
export interface Warning {
  where: string;
  code: WarningCode;
}

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);

/** What one check compared and found. */
export class Findings {
  compared = 0;
  readonly failures: Failure[] = [];
  readonly warnings: Warning[] = [];

  fail(code: FailureCode, where: string, difference: { expected?: unknown; found?: unknown } = {}): void {
    const shown = (value: unknown): string | undefined => (value === undefined ? undefined : clip(typeof value === 'string' ? value : canonicalText(value)));
    this.failures.push({ where, code, expected: shown(difference.expected), found: shown(difference.found) });
  }

  warn(code: WarningCode, where: string): void {
    this.warnings.push({ where, code });
  }

  /** One comparison; says whether it held. */
  need(holds: boolean, code: FailureCode, where: string): boolean {
    this.compared += 1;
    if (!holds) this.fail(code, where);
    return holds;
  }

  /** Two values must be the same, whatever the order of their members. */
  same(where: string, expected: unknown, found: unknown): boolean {
    this.compared += 1;
    const equal = expected === found || canonicalText(expected) === canonicalText(found);
    if (!equal) this.fail('differs', where, { expected: expected ?? null, found: found ?? null });
    return equal;
  }

  /** The same list of things in the same order, named one by one. */
  sameList<T>(where: string, expected: readonly T[], found: readonly T[], nameOf: (item: T) => string): void {
    this.same(`${where}.length`, expected.length, found.length);
    expected.forEach((item, index) => {
      const other = found[index];
      this.same(`${where}[${index}] (${nameOf(item)})`, item, other ?? null);
    });
  }
}
