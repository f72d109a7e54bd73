import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { typeset } from '../typesetting/typeset.js';
import { type Made, makeFile } from './made-file.js';
import type { InspectedFile } from './pdf-process.js';

/** The largest real sample, 1,947 pages, takes two seconds and 190 MB. */
const STAMP = { program: fileURLToPath(new URL('./stamp-program.mjs', import.meta.url)), memoryMb: 1024, timeMs: 60_000 };

/**
 * Writes a line across each page of a PDF, several times and faintly. The marks are appended: signatures stay valid for what they cover.
 *
 * @returns null where the file cannot be marked (damaged, or opened by a password alone)
 */
export async function stampPdf(file: Pick<InspectedFile, 'open'>, text: string): Promise<Made | null> {
  const mark = await typeset(readFileSync(new URL('./watermark.typ', import.meta.url), 'utf8'), { line: text.normalize('NFC') });
  return makeFile(STAMP, { mark: mark.length }, [mark, file]);
}
