import { flowOf, type PageFlow, type PageLines } from './page-flow.js';
import { type Edit, editsOf, joined, settled, type WordPair } from './word-edits.js';
import { movesOf } from './word-moves.js';
import { type Mark, markOfNothing, marksOf, type Part, partOf, wordsBetween } from './change-words.js';

/** Raised when the same two versions would be compared otherwise: what was kept is made again. */
export const COMPARISON_RULES = 1;

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** One thing that became different, where it stands in both versions. */
export interface PageChange {
  kind: ChangeKind;
  /** Page in the older version: where it stood, or where it was put in. */
  olderPage: number;
  newerPage: number;
  /** How many pages further on in the newer version stands what follows; not told of what moved. */
  shift: number;
  /** The words, with what stands around them. */
  parts: Part[];
  wordsOut: number;
  wordsIn: number;
  olderMarks: Mark[];
  newerMarks: Mark[];
}

export interface ChangeCounts extends Record<ChangeKind, number> {
  wordsOut: number;
  wordsIn: number;
  wordsMoved: number;
  /** Pages of the newer version with a change on them. */
  pages: number;
}

export interface Comparison {
  counts: ChangeCounts;
  /** In the order of the newer version; the first 1,000. */
  changes: PageChange[];
}

const CHANGES_MOST = 1000;
/** Edits on a page with so few words between them are one change. */
const NEAR = 4;

/** What became different between two versions of a paper, by the flow of their words: another page before it changes no page. */
export function compare(older: readonly PageLines[], newer: readonly PageLines[]): Comparison {
  const flows = { older: flowOf(older), newer: flowOf(newer) };
  const { edits, moves } = differences(flows.older, flows.newer);
  const changes = [...changedIn(flows, edits, moves), ...moves.map((move) => movedChange(flows, move))].sort((left, right) => left.at - right.at).map(({ change }) => change);
  return { counts: countsOf(changes, edits, moves), changes: changes.slice(0, CHANGES_MOST) };
}

type Text = Pick<PageFlow, 'words' | 'pauses'>;

/** Edits from the older to the newer words, and which of their words have only moved. Both ways round they are the same. */
export function differences(older: Text, newer: Text): { edits: Edit[]; moves: Edit[] } {
  if (isTurned(older.words, newer.words)) {
    const { edits, moves } = differences(newer, older);
    return { edits: edits.map(turned), moves: moves.map(turned) };
  }
  const numbers = new Map<string, number>();
  const numbered = (words: readonly string[]): Int32Array => Int32Array.from(words, (word) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  const pair: WordPair = { a: numbered(older.words), b: numbered(newer.words) };
  const edits = settled({ ...pair, pauses: { a: older.pauses, b: newer.pauses } }, joined(editsOf(pair)));
  return { edits, moves: movesOf(pair, edits) };
}

/** Of two texts always the same is looked at first. */
function isTurned(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return left.length > right.length;
  const at = left.findIndex((word, index) => word !== right[index]);
  return at !== -1 && (left[at] ?? '') > (right[at] ?? '');
}

function turned({ a0, a1, b0, b1 }: Edit): Edit {
  return { a0: b0, a1: b1, b0: a0, b1: a1 };
}

interface Flows {
  older: PageFlow;
  newer: PageFlow;
}

/** A change and where it stands among the words of the newer version. */
interface Placed {
  at: number;
  change: PageChange;
}

type Range = readonly [from: number, to: number];

/** An edit without what has only moved. */
interface Rest extends Edit {
  out: Range[];
  in: Range[];
}

function changedIn(flows: Flows, edits: readonly Edit[], moves: readonly Edit[]): Placed[] {
  const [outs, ins] = [moves.map(({ a0, a1 }): Range => [a0, a1]), moves.map(({ b0, b1 }): Range => [b0, b1])].map((ranges) => ranges.sort(([left], [right]) => left - right));
  const rests = edits.map((edit): Rest => ({ ...edit, out: without([edit.a0, edit.a1], outs ?? []), in: without([edit.b0, edit.b1], ins ?? []) }));
  const groups: Rest[][] = [];
  for (const rest of rests.filter((each) => each.out.length + each.in.length > 0)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear = last !== undefined && rest.a0 - last.a1 === rest.b0 - last.b1 && rest.b0 - last.b1 <= NEAR && pageAt(flows.newer, last.b1) === pageAt(flows.newer, rest.b0);
    if (group && isNear) group.push(rest);
    else groups.push([rest]);
  }
  return groups.map((group) => changeOf(flows, group));
}

/** What is left of a range when others are taken from it. @param taken in order */
function without([from, to]: Range, taken: readonly Range[]): Range[] {
  const left: Range[] = [];
  let at = from;
  for (let index = firstAfter(taken, from); index < taken.length; index += 1) {
    const [start, end] = taken[index] ?? [to, to];
    if (start >= to) break;
    if (start > at) left.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < to) left.push([at, to]);
  return left;
}

function firstAfter(ranges: readonly Range[], from: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function changeOf({ older, newer }: Flows, group: readonly Rest[]): Placed {
  const [first, last] = [group[0], group.at(-1)];
  const [at, end] = [first?.b0 ?? 0, last?.b1 ?? 0];
  const parts: Part[] = [partOf('before', newer, [at, at])];
  group.forEach((rest, index) => {
    if (index > 0) parts.push(partOf('same', newer, [group[index - 1]?.b1 ?? 0, rest.b0]));
    for (const range of rest.out) parts.push(partOf('out', older, range));
    for (const range of rest.in) parts.push(partOf('in', newer, range));
  });
  parts.push(partOf('after', newer, [end, end]));
  const [outs, ins] = [group.flatMap((rest) => rest.out), group.flatMap((rest) => rest.in)];
  const [firstOut, firstIn] = [outs[0]?.[0] ?? first?.a0 ?? 0, ins[0]?.[0] ?? at];
  const change: PageChange = {
    kind: outs.length === 0 ? 'added' : ins.length === 0 ? 'removed' : 'changed',
    olderPage: pageAt(older, firstOut), newerPage: pageAt(newer, firstIn), shift: pageAt(newer, end) - pageAt(older, last?.a1 ?? 0), parts: parts.filter(({ text }) => text !== ''), wordsOut: wordsIn(outs), wordsIn: wordsIn(ins),
    olderMarks: outs.length === 0 ? [markOfNothing(older, firstOut)] : outs.flatMap((range) => marksOf(older, range)),
    newerMarks: ins.length === 0 ? [markOfNothing(newer, firstIn)] : ins.flatMap((range) => marksOf(newer, range)),
  };
  return { at, change };
}

function movedChange({ older, newer }: Flows, { a0, a1, b0, b1 }: Edit): Placed {
  const change: PageChange = {
    kind: 'moved', olderPage: pageAt(older, a0), newerPage: pageAt(newer, b0), shift: 0, parts: [partOf('same', newer, [b0, b1])], wordsOut: 0, wordsIn: 0,
    olderMarks: marksOf(older, [a0, a1]), newerMarks: marksOf(newer, [b0, b1]),
  };
  return { at: b0, change };
}

/** Where nothing follows any more, the last page. */
function pageAt({ pages }: PageFlow, at: number): number {
  return pages[Math.min(at, pages.length - 1)] ?? 1;
}

function wordsIn(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

function countsOf(changes: readonly PageChange[], edits: readonly Edit[], moves: readonly Edit[]): ChangeCounts {
  const of = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  const wordsMoved = wordsBetween(moves, 'a');
  return {
    added: of('added'), removed: of('removed'), changed: of('changed'), moved: of('moved'), wordsMoved,
    wordsOut: wordsBetween(edits, 'a') - wordsMoved, wordsIn: wordsBetween(edits, 'b') - wordsMoved,
    pages: new Set(changes.flatMap(({ newerPage, newerMarks }) => [newerPage, ...newerMarks.map(({ page }) => page)])).size,
  };
}
