import { fileURLToPath } from 'node:url';
import { type Made, makeFile } from './made-file.js';
import type { InspectedFile } from './pdf-process.js';

/** Joining takes about twenty times the files. */
const MERGE = { program: fileURLToPath(new URL('./merge-program.mjs', import.meta.url)), memoryMb: 1536, timeMs: 120_000 };

/**
 * Joins PDF files. Before each of the others stands one of the last pages of the first, as many as there are others. Bookmarks are kept.
 *
 * @returns null where one of the files cannot be joined
 */
export function joinPdfs(first: Buffer, others: readonly InspectedFile[]): Promise<Made | null> {
  return makeFile(MERGE, { sizes: [first.length, ...others.map(({ size }) => size)], sheets: others.length }, [first, ...others]);
}
