/** First and last byte, both included, from 0. */
export interface Range {
  start: number;
  end: number;
}

/**
 * What a Range header asks of a file of so many bytes. (RFC 9110 §14)
 *
 * @returns the part; `whole` when the header is absent, of another unit, malformed or asks for several parts (all of which a server
 *   may answer with the whole); `unsatisfiable` when it lies behind the end
 */
export function readRange(header: string | undefined, size: number): Range | 'whole' | 'unsatisfiable' {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found) return 'whole';
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
}

/** Whether `If-None-Match` names this tag. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  return header !== undefined && (header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag));
}
