import { fromBase64 } from './canonical.js';
import type { Findings } from './findings.js';

/** Says whether a value has a form; what is wrong goes to the findings with its path. Nothing is passed over: an unknown member is wrong. */
export type Shape<T> = (value: unknown, path: string, findings: Findings) => value is T;
export type Of<S> = S extends Shape<infer T> ? T : never;

/** A value of one kind. */
function plain<T>(kind: string, holds: (value: unknown) => boolean): Shape<T> {
  return (value, path, findings): value is T => {
    findings.compared += 1;
    if (holds(value)) return true;
    findings.fail(value === undefined ? 'missing' : 'wrongType', path, { expected: kind, found: value });
    return false;
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const matching = (kind: string, pattern: RegExp): Shape<string> => plain(kind, (value) => isText(value) && pattern.test(value));

export const text = plain<string>('text', isText);
export const flag = plain<boolean>('true/false', (value) => typeof value === 'boolean');
export const count = plain<number>('integer ≥ 0', (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
export const positive = plain<number>('integer > 0', (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0);
export const uuid = matching('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const hash = matching('64 hex digits', /^[0-9a-f]{64}$/);
/** RFC 3339, UTC, milliseconds; a day that exists. */
export const instant = plain<string>('instant', (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value);
export const base64 = (length: number): Shape<string> => plain(`base64 of ${length} bytes`, (value) => isText(value) && fromBase64(value)?.length === length);
export const base64url = plain<string>('base64url', (value) => isText(value) && fromBase64(value, 'base64url') !== null);
/** An object whose members this check does not read: it is bound by the hash of its row. */
export const open = plain<Record<string, unknown>>('object', (value) => typeof value === 'object' && value !== null && !Array.isArray(value));

export function oneOf<const W extends readonly (string | number)[]>(...words: W): Shape<W[number]> {
  return plain<W[number]>(words.join(' | '), (value) => words.some((word) => word === value));
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path, findings): value is T | null => value === null || shape(value, path, findings);
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, path, findings): value is T | undefined => value === undefined || shape(value, path, findings);
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, path, findings): value is T[] => {
    if (Array.isArray(value)) return value.map((item: unknown, index) => shape(item, `${path}[${index}]`, findings)).every(Boolean);
    findings.fail(value === undefined ? 'missing' : 'wrongType', path, { expected: 'list', found: value });
    return false;
  };
}

export function object<M extends Record<string, Shape<unknown>>>(members: M): Shape<{ [K in keyof M]: Of<M[K]> }> {
  return (value, path, findings): value is { [K in keyof M]: Of<M[K]> } => {
    if (!open(value, path, findings)) return false;
    const strange = Object.keys(value).filter((name) => !Object.hasOwn(members, name));
    for (const name of strange) findings.fail('unknownMember', `${path}.${name}`);
    const held = Object.entries(members).map(([name, shape]) => shape(Object.hasOwn(value, name) ? value[name] : undefined, `${path}.${name}`, findings));
    return strange.length === 0 && held.every(Boolean);
  };
}
