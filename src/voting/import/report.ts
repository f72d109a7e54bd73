import type { Difference } from './compare.js';

/** What a replay of a set came to. */
export interface ImportCounts {
  votes: number;
  agreeing: number;
  cast: number;
  withoutBallot: number;
}

const HEADINGS = ['vote', 'row', 'kind', 'ours', 'published', 'marked'];
const WIDEST = 60;

/** Differences nobody announced: the import fails by them. */
export function unmarked(differences: readonly Difference[]): Difference[] {
  return differences.filter((difference) => difference.marked === null);
}

/** The differences as a table of text, one line each. Empty for none. */
export function tableOf(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return [];
  const rows = [HEADINGS, ...differences.map(({ voteId, row, kind, ours, published, marked }) => [voteId, String(row), kind, ours, published, marked ?? 'NO'])];
  const widths = HEADINGS.map((_, column) => Math.min(WIDEST, Math.max(...rows.map((row) => row[column]?.length ?? 0))));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

/** The last lines: how many agreed, how many differ, and whether the set says so. */
export function summaryOf(body: string, counts: ImportCounts, differences: readonly Difference[]): string[] {
  const open = unmarked(differences).length;
  return [
    `${body}`,
    `votes: ${counts.votes}; outcomes that agree: ${counts.agreeing}`,
    `ballots cast: ${counts.cast}; entries without a ballot (absent, not applicable): ${counts.withoutBallot}`,
    `differences: ${differences.length}, marked by the set: ${differences.length - open}, unmarked: ${open}`,
  ];
}
