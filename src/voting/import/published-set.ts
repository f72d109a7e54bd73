import papaparse from 'papaparse';
import { plainName } from '../../bodies/domain/member-import.js';

/** A row of members.csv. `row`: line of the table, the header is row 1. */
export interface PublishedMember {
  row: number;
  id: string;
  name: string;
  role: string;
  constituency: string;
  start: string;
  end: string;
  votes: boolean;
}

/** What was counted, by option; an option that was not published is left out. */
export type Counts = Partial<Record<PublishedOption, number>>;

/** A row of votes.csv. */
export interface PublishedVote {
  row: number;
  id: string;
  date: string;
  meetingId: string;
  itemRef: string;
  title: string;
  question: string;
  threshold: string;
  result: string;
  published: Counts;
  note: string;
}

/** A row of ballots.csv. */
export interface PublishedBallot {
  row: number;
  voteId: string;
  memberId: string;
  name: string;
  option: string;
}

/** An entry of expected.json. */
export interface ExpectedVote {
  result: string;
  counts: Counts;
}

export const OPTIONS = ['yes', 'no', 'abstain', 'absent', 'not_applicable'] as const;
export type PublishedOption = (typeof OPTIONS)[number];

export type SetFile = 'members.csv' | 'votes.csv' | 'ballots.csv' | 'expected.json';
export const SET_FILES: readonly SetFile[] = ['members.csv', 'votes.csv', 'ballots.csv', 'expected.json'];

/** A folder of published votes, as it was read. */
export interface PublishedSet {
  body: string;
  members: PublishedMember[];
  votes: PublishedVote[];
  ballots: PublishedBallot[];
  expected: Map<string, ExpectedVote>;
  /** Votes the set itself says are odd, and why. */
  anomalies: Map<string, string>;
}

/** What is wrong with a row: the import is refused. */
export interface Problem {
  file: SetFile;
  row: number | null;
  why: string;
}

/** The folder cannot be imported; nothing was written. */
export class SetRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The set is refused: ${problems.length} problem(s), nothing was imported.`);
  }
}

type Cells = Record<string, string>;

const COLUMNS: Record<Exclude<SetFile, 'expected.json'>, readonly string[]> = {
  'members.csv': ['member_id', 'full_name', 'role', 'constituency', 'start', 'end', 'voting'],
  'votes.csv': ['vote_id', 'date', 'meeting_id', 'item_ref', 'title', 'question', 'threshold', 'result', 'published_yes', 'published_no', 'published_abstain', 'published_absent', 'note'],
  'ballots.csv': ['vote_id', 'member_id', 'member_name_as_published', 'option'],
};

/** Reads the four files. Throws `SetRefused` where one is no table, or lacks a column. Cells are NFC with single spaces. */
export function readSet(texts: Record<SetFile, string>): PublishedSet {
  const members = tableOf('members.csv', texts).map(({ row, cell }) => ({
    row, id: cell('member_id'), name: cell('full_name'), role: cell('role'), constituency: cell('constituency'), start: cell('start'), end: cell('end'), votes: cell('voting') === 'yes',
  }));
  const votes = tableOf('votes.csv', texts).map(({ row, cell }) => ({
    row, id: cell('vote_id'), date: cell('date'), meetingId: cell('meeting_id'), itemRef: cell('item_ref'), title: cell('title'), question: cell('question'),
    threshold: cell('threshold'), result: cell('result'), note: cell('note'),
    published: countsOf({ yes: cell('published_yes'), no: cell('published_no'), abstain: cell('published_abstain'), absent: cell('published_absent') }),
  }));
  const ballots = tableOf('ballots.csv', texts).map(({ row, cell }) => ({ row, voteId: cell('vote_id'), memberId: cell('member_id'), name: cell('member_name_as_published'), option: cell('option') }));
  return { members, votes, ballots, ...expectedOf(texts['expected.json']) };
}

function tableOf(file: Exclude<SetFile, 'expected.json'>, texts: Record<SetFile, string>): { row: number; cell: (column: string) => string }[] {
  const parsed = papaparse.parse<Cells>(texts[file].replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: 'greedy' });
  const missing = COLUMNS[file].filter((column) => !(parsed.meta.fields ?? []).includes(column));
  const [error] = parsed.errors;
  if (missing.length > 0) throw new SetRefused([{ file, row: 1, why: `columns are missing: ${missing.join(', ')}` }]);
  if (error) throw new SetRefused([{ file, row: (error.row ?? 0) + 2, why: error.message }]);
  return parsed.data.map((cells, index) => ({ row: index + 2, cell: (column) => plainName(cells[column] ?? '') }));
}

/** A count that is no whole number is kept as NaN, so that it agrees with nothing. */
function countsOf(cells: Record<string, string>): Counts {
  return Object.fromEntries(Object.entries(cells).flatMap(([option, text]) => (text === '' ? [] : [[option, /^\d+$/.test(text) ? Number(text) : Number.NaN]])));
}

interface ExpectedFile {
  meta: { body: string; anomalies?: { vote_id: string; why: string }[] };
  expected: { vote_id: string; result: string; counts: Counts }[];
}

function expectedOf(text: string): Pick<PublishedSet, 'body' | 'expected' | 'anomalies'> {
  const file = parseJson(text);
  const expected = new Map(file.expected.map(({ vote_id: id, result, counts }) => [id, { result: plainName(result), counts }]));
  const anomalies = new Map((file.meta.anomalies ?? []).map(({ vote_id: id, why }) => [id, why]));
  return { body: plainName(file.meta.body), expected, anomalies };
}

function parseJson(text: string): ExpectedFile {
  const refusal = (why: string): SetRefused => new SetRefused([{ file: 'expected.json', row: null, why }]);
  let parsed: Partial<ExpectedFile> | null;
  try {
    parsed = JSON.parse(text) as Partial<ExpectedFile> | null;
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error));
  }
  if (typeof parsed?.meta?.body !== 'string' || !Array.isArray(parsed.expected)) throw refusal('it needs "meta" with the name of the body, and "expected"');
  return { meta: parsed.meta, expected: parsed.expected };
}
