/** Words from `a0` to before `a1` of the older text became those from `b0` to before `b1` of the newer; either may be none. */
export interface Edit {
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/** Both texts, each word as a number. */
export interface WordPair {
  a: Int32Array;
  b: Int32Array;
}

/** Words side by side that stand once in each text hold it together: first long rows of them, then shorter ones. */
const ROWS = [12, 5, 2];
/** So few words are compared at once. */
const SMALL = 600;
/** Words that differ, beyond which a stretch counts as rewritten. */
const MOST_DIFFERENT = 600;

/**
 * What became of each word, in order. Rows of words that are unique in both texts are found first, those in the same order are kept (patience
 * diff, Bram Cohen 2003), and what lies between them is compared word by word (E. W. Myers, An O(ND) Difference Algorithm, 1986). A stretch with
 * more than 600 different words and no such row in it is one edit, so that the time stays nearly linear.
 */
export function editsOf(pair: WordPair): Edit[] {
  let boxes = [trimmed(pair, { a0: 0, a1: pair.a.length, b0: 0, b1: pair.b.length })];
  for (const size of ROWS) boxes = boxes.flatMap((box) => (box.a1 - box.a0 + box.b1 - box.b0 <= SMALL ? [box] : between(pair, box, size)));
  return boxes.flatMap((box) => shortest(pair, box)).filter(({ a0, a1, b0, b1 }) => a1 > a0 || b1 > b0);
}

/** Without what is alike at both ends. */
function trimmed({ a, b }: WordPair, box: Edit): Edit {
  let { a0, a1, b0, b1 } = box;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) [a0, b0] = [a0 + 1, b0 + 1];
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) [a1, b1] = [a1 - 1, b1 - 1];
  return { a0, a1, b0, b1 };
}

/** What lies between the rows that hold both texts together. */
function between(pair: WordPair, box: Edit, size: number): Edit[] {
  const boxes: Edit[] = [];
  let from = box;
  for (const [a0, b0] of inOrder(commonRows(pair, box, size))) {
    // What was trimmed before has gone over this row.
    if (a0 < from.a0 || b0 < from.b0) continue;
    const gap = trimmed(pair, { ...from, a1: a0, b1: b0 });
    boxes.push(gap);
    let [a, b] = [a0 + size, b0 + size];
    while (a < box.a1 && b < box.b1 && pair.a[a] === pair.b[b]) [a, b] = [a + 1, b + 1];
    from = { ...box, a0: a, b0: b };
  }
  boxes.push(trimmed(pair, from));
  return boxes;
}

/** A number for each row of words of this length; different rows rarely have the same. (FNV-1a) */
export function rowHash(words: Int32Array, at: number, size: number): number {
  let hash = 0x811c9dc5;
  for (let index = at; index < at + size; index += 1) hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193);
  return hash;
}

const TWICE = -1;

function uniqueRows(words: Int32Array, [from, to]: readonly [number, number], size: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (let at = from; at + size <= to; at += 1) {
    const hash = rowHash(words, at, size);
    rows.set(hash, rows.has(hash) ? TWICE : at);
  }
  return rows;
}

function commonRows({ a, b }: WordPair, { a0, a1, b0, b1 }: Edit, size: number): [number, number][] {
  const theirs = uniqueRows(b, [b0, b1], size);
  const common: [number, number][] = [];
  for (const [hash, at] of uniqueRows(a, [a0, a1], size)) {
    const other = theirs.get(hash) ?? TWICE;
    if (at !== TWICE && other !== TWICE && isAlike({ a, b }, [at, other], size)) common.push([at, other]);
  }
  return common.sort(([left], [right]) => left - right);
}

function isAlike({ a, b }: WordPair, [at, other]: readonly [number, number], size: number): boolean {
  for (let index = 0; index < size; index += 1) if (a[at + index] !== b[other + index]) return false;
  return true;
}

/** The most of them that stand in the same order in both texts: the longest rising row. */
function inOrder(common: readonly [number, number][]): [number, number][] {
  const lasts: number[] = [];
  const before = new Int32Array(common.length).fill(-1);
  common.forEach(([, at], index) => {
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((common[lasts[middle] ?? 0]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = lasts[low - 1] ?? -1;
    lasts[low] = index;
  });
  const chain: [number, number][] = [];
  for (let index = lasts.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const row = common[index];
    if (row) chain.push(row);
  }
  return chain.reverse();
}

/** The shortest edits of a stretch; one for all of it where they are too many. */
function shortest(pair: WordPair, box: Edit): Edit[] {
  if (box.a0 === box.a1 || box.b0 === box.b1) return [box];
  const reached = forward(pair, box);
  return reached === null ? [box] : backward(reached, box);
}

/** For each number of differences how far along each diagonal one comes (Myers 1986, figure 2); null beyond the most. */
function forward({ a, b }: WordPair, { a0, a1, b0, b1 }: Edit): Int32Array[] | null {
  const [n, m] = [a1 - a0, b1 - b0];
  const most = Math.min(MOST_DIFFERENT, n + m);
  const far = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const reached: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const isDown = k === -d || (k !== d && (far[middle + k - 1] ?? 0) < (far[middle + k + 1] ?? 0));
      let x = isDown ? (far[middle + k + 1] ?? 0) : (far[middle + k - 1] ?? 0) + 1;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x += 1;
      far[middle + k] = x;
      if (x >= n && x - k >= m) return [...reached, far.slice(middle - d, middle + d + 1)];
    }
    reached.push(far.slice(middle - d, middle + d + 1));
  }
  return null;
}

/** The way back through what was reached, as edits from the start on. */
function backward(reached: readonly Int32Array[], { a0, a1, b0, b1 }: Edit): Edit[] {
  const edits: Edit[] = [];
  let [x, y] = [a1 - a0, b1 - b0];
  for (let d = reached.length - 1; d > 0; d -= 1) {
    const before = reached[d - 1];
    const farOf = (k: number): number => (Math.abs(k) > d - 1 ? -1 : (before?.[k + d - 1] ?? -1));
    const k = x - y;
    const isDown = k === -d || (k !== d && farOf(k - 1) < farOf(k + 1));
    const from = isDown ? k + 1 : k - 1;
    x = farOf(from);
    y = x - from;
    const [at, to] = [a0 + x, b0 + y];
    const next = edits.at(-1);
    const edit = { a0: at, a1: at + (isDown ? 0 : 1), b0: to, b1: to + (isDown ? 1 : 0) };
    if (next && next.a0 === edit.a1 && next.b0 === edit.b1) [next.a0, next.b0] = [edit.a0, edit.b0];
    else edits.push(edit);
  }
  return edits.reverse();
}

/** Single words that stay between larger edits make them unreadable: they go with them. */
export function joined(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (last && isTorn(last, edit)) [last.a1, last.b1] = [edit.a1, edit.b1];
    else kept.push({ ...edit });
  }
  return kept;
}

const TORN_MOST = 4;
const sizeOf = ({ a0, a1, b0, b1 }: Edit): number => Math.max(a1 - a0, b1 - b0);

function isTorn(left: Edit, right: Edit): boolean {
  const stays = right.a0 - left.a1;
  const hasBoth = left.a1 + right.a1 > left.a0 + right.a0 && left.b1 + right.b1 > left.b0 + right.b0;
  return hasBoth && stays <= TORN_MOST && stays * 2 <= Math.min(sizeOf(left), sizeOf(right));
}

/** How much each text pauses before each word. */
interface PausedPair extends WordPair {
  pauses: { a: Uint8Array; b: Uint8Array };
}

/** Farther nothing is shifted. */
const SHIFT_MOST = 200;
const END_PAUSE = 3;

/**
 * What was only put in or taken out can often stand a few words to the left or right, as "the old | the old" in either half: it goes to where the
 * text pauses most, so that a line that went is that line and not the end of one and the beginning of the next.
 */
export function settled(pair: PausedPair, edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  edits.forEach((edit, index) => {
    const last = kept.at(-1);
    const next = edits[index + 1];
    const room = { left: edit.a0 - (last ? last.a1 + 1 : 0), right: (next ? next.a0 - 1 : pair.a.length) - edit.a1 };
    const by = edit.b0 === edit.b1 ? shift({ words: pair.a, pauses: pair.pauses.a, from: edit.a0, to: edit.a1 }, room) : edit.a0 === edit.a1 ? shift({ words: pair.b, pauses: pair.pauses.b, from: edit.b0, to: edit.b1 }, room) : 0;
    kept.push({ a0: edit.a0 + by, a1: edit.a1 + by, b0: edit.b0 + by, b1: edit.b1 + by });
  });
  return kept;
}

interface Stretch {
  words: Int32Array;
  pauses: Uint8Array;
  from: number;
  to: number;
}

function shift({ words, pauses, from, to }: Stretch, room: { left: number; right: number }): number {
  const pauseAt = (at: number): number => (at >= words.length ? END_PAUSE : (pauses[at] ?? 0));
  let best = { by: 0, pause: pauseAt(from) + pauseAt(to) };
  const consider = (by: number): void => {
    const pause = pauseAt(from + by) + pauseAt(to + by);
    if (pause > best.pause) best = { by, pause };
  };
  for (let by = 1; by <= Math.min(room.left, SHIFT_MOST) && words[from - by] === words[to - by]; by += 1) consider(-by);
  for (let by = 1; by <= Math.min(room.right, SHIFT_MOST) && words[from + by - 1] === words[to + by - 1]; by += 1) consider(by);
  return best.by;
}
