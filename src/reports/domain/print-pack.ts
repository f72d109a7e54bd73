/** Why a paper cannot be printed with the others. */
export type LeftOut = 'password' | 'tooLarge' | 'damaged';

/** What decides whether a paper goes into a print pack. */
export interface Packable {
  /** Bytes. */
  size: number;
  needsPassword: boolean;
}

/** Bytes of papers that are joined into one pack: joining needs about twenty times as much memory. */
const PACK_MOST_BYTES = 48 * 1024 * 1024;

/**
 * Which papers are left out before anything is joined: those that open only with a password, and, in the order of the agenda, those for
 * which there is no more room; a smaller one after them may still fit.
 *
 * @returns for each paper, in their order: why it is left out, or null
 */
export function chooseForPack(papers: readonly Packable[], most = PACK_MOST_BYTES): (LeftOut | null)[] {
  let left = most;
  return papers.map(({ size, needsPassword }) => {
    if (needsPassword) return 'password';
    if (size > left) return 'tooLarge';
    left -= size;
    return null;
  });
}
