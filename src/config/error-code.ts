/**
 * The code of an error of the system or of a driver (`ENOENT`, `57P03`), `undefined` when it has none. Does not ask for
 * `instanceof Error`, which is false for errors that come from another realm, as in tests.
 */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
