import type { INestApplicationContext } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ballotsByVote, problemsOf } from './check-set.js';
import { decisionDifferences, type Difference, tallyDifferences } from './compare.js';
import { BodyImporter } from './import-body.js';
import { type Problem, type PublishedSet, readSet, SET_FILES, type SetFile, SetRefused } from './published-set.js';
import { VoteReplay } from './replay.js';
import type { ImportCounts } from './report.js';
import { termsOf } from './terms.js';

/** What came of an import. */
export interface Imported {
  set: PublishedSet;
  counts: ImportCounts;
  differences: Difference[];
  /** Members whose published term was widened to the days they voted on. */
  widened: string[];
}

/** Reads and checks a folder; nothing is written. Throws `SetRefused` with every bad row. */
export async function loadSet(folder: string): Promise<PublishedSet> {
  const missing: Problem[] = [];
  const texts: Partial<Record<SetFile, string>> = {};
  for (const file of SET_FILES) {
    try {
      texts[file] = await readFile(path.join(folder, file), 'utf8');
    } catch (error) {
      missing.push({ file, row: null, why: error instanceof Error ? error.message : String(error) });
    }
  }
  const { 'members.csv': members, 'votes.csv': votes, 'ballots.csv': ballots, 'expected.json': expected } = texts;
  if (members === undefined || votes === undefined || ballots === undefined || expected === undefined) throw new SetRefused(missing);
  const set = readSet({ 'members.csv': members, 'votes.csv': votes, 'ballots.csv': ballots, 'expected.json': expected });
  const problems = problemsOf(set);
  if (problems.length > 0) throw new SetRefused(problems);
  return set;
}

/** Replays a checked set in a body of its own and compares every vote. */
export async function importSet(app: INestApplicationContext, set: PublishedSet, progress: (done: number) => void): Promise<Imported> {
  const { holders, widened } = termsOf(set);
  const body = await BodyImporter.import(app, set, holders);
  const differences = tallyDifferences(set, ballotsByVote(set));
  const counts: ImportCounts = { votes: 0, agreeing: 0, cast: 0, withoutBallot: 0 };
  await new VoteReplay(app, body, set).run(({ vote, decision, ballots, cast, refused }) => {
    const found = decisionDifferences(set, vote, { decision, ballots });
    const refusals = refused.map(({ row, code }): Difference => ({ voteId: vote.id, row: vote.row, kind: 'ballot', ours: code, published: `ballots.csv row ${row}`, marked: null }));
    differences.push(...found, ...refusals);
    counts.votes += 1;
    counts.cast += cast;
    counts.withoutBallot += ballots.length - cast - refused.length;
    if (!found.some((difference) => difference.kind === 'outcome')) counts.agreeing += 1;
    progress(counts.votes);
  });
  return { set, counts, differences, widened };
}
