import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SHARED = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'votes');

/** Where this set of published votes lies; null where ../shared/data is absent. */
export function sharedVotes(name: string): string | null {
  const folder = join(SHARED, name);
  return existsSync(folder) ? folder : null;
}

/** A copy of a set with its first votes, all ties and all that the set marks. The caller removes it. */
export function sampleOf(folder: string, first: number): { folder: string; votes: number } {
  const sample = mkdtempSync(join(tmpdir(), 'ecabinet-votes-'));
  for (const file of ['members.csv', 'expected.json']) cpSync(join(folder, file), join(sample, file));
  // The set's own file: a vote is a tie when its counts say so.
  const { meta, expected } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
    meta: { anomalies: { vote_id: string }[] }; expected: { vote_id: string; tie: boolean; result: string }[];
  };
  const odd = new Set([...meta.anomalies.map((anomaly) => anomaly.vote_id), ...expected.filter((vote) => vote.tie || vote.result === 'other').map((vote) => vote.vote_id)]);
  const [header = '', ...rows] = readFileSync(join(folder, 'votes.csv'), 'utf8').trimEnd().split('\n');
  const chosen = rows.filter((row, index) => index < first || odd.has(idOf(row)));
  const ids = new Set(chosen.map((row) => idOf(row)));
  writeFileSync(join(sample, 'votes.csv'), [header, ...chosen, ''].join('\n'));
  const [ballotHeader = '', ...ballots] = readFileSync(join(folder, 'ballots.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(join(sample, 'ballots.csv'), [ballotHeader, ...ballots.filter((row) => ids.has(idOf(row))), ''].join('\n'));
  return { folder: sample, votes: ids.size };
}

function idOf(row: string): string {
  return row.slice(0, row.indexOf(','));
}
