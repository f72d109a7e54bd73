import type { QueryKey } from '@tanstack/react-query';
import type { Change } from '../api/contract';

/** A feature's answer to "this happened: which of your queries are no longer true?" */
export type NewsReader = (change: Change) => QueryKey[];

/** Maps the first word of a change's type (`motion` of `motion.closed`) to the stale keys; `*` hears everything. */
export type NewsTable = Readonly<Record<string, NewsReader>>;

export function staleKeys(tables: readonly NewsTable[], change: Change): QueryKey[] {
  const subject = change.type.split('.')[0] ?? '';
  return tables.flatMap((table) => [...(table[subject]?.(change) ?? []), ...(table['*']?.(change) ?? [])]);
}
