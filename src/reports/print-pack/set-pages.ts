import { readFileSync } from 'node:fs';
import { typeset } from '../../papers/typesetting/typeset.js';
import type { PackContent, PackLanguage } from './pack-content.js';

let sources: { template: string; words: Record<PackLanguage, Record<string, string>> } | null = null;

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/**
 * Sets the pages we make ourselves.
 *
 * @throws Error with Typst's own words when they cannot be set
 */
export async function setPages(content: PackContent): Promise<Buffer> {
  sources ??= { template: read('./print-pack.typ'), words: JSON.parse(read('./print-pack-words.json')) as Record<PackLanguage, Record<string, string>> };
  const { template, words: known } = sources;
  return typeset(template, { pack: JSON.stringify(content).normalize('NFC'), words: JSON.stringify(known[content.language]) });
}
