import { ERROR_STATUS, type ErrorCode } from '../contract/error-codes.js';

export type RefusalParams = Record<string, string | number | string[]>;

/** An expected "no": a code for the client's texts, with the values they name. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly params: RefusalParams = {},
  ) {
    super(code);
    this.status = ERROR_STATUS[code];
  }
}

/** Throws the refusal when a rule gave a reason; nothing when it gave `null`. */
export function refuseIf(code: ErrorCode | null, params?: RefusalParams): void {
  if (code !== null) throw new Refusal(code, params);
}

/** What may not be seen does not exist. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Refusal('notFound');
  return thing;
}
