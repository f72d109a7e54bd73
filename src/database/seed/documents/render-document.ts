import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import type { SeedDocument } from './seed-document.js';

/** What stands after the number that a draft does not have yet. */
const DRAFT_SIGNS: Record<string, string> = { 'NGHỊ QUYẾT': 'NQ-CP', 'NGHỊ ĐỊNH': 'NĐ-CP', 'QUYẾT ĐỊNH': 'QĐ-UBND' };

let compiler: NodeCompiler | null = null;
let template: string | null = null;

/**
 * Sets a demo paper as PDF with a text layer. The same document gives the same bytes on every machine: only the fonts that
 * Typst carries are used, and the date of making is the paper's own.
 *
 * @throws Error with Typst's own words when the text cannot be set
 */
export function renderDocument(document: SeedDocument): Promise<Buffer> {
  compiler ??= NodeCompiler.create();
  template ??= readFileSync(new URL('./official-document.typ', import.meta.url), 'utf8');
  const source = { mainFileContent: template, inputs: { document: JSON.stringify(forTemplate(document)).normalize('NFC') } };
  const compiled = compiler.compile(source);
  const result = compiled.result;
  if (!result) throw new Error(`The paper ${document.key} cannot be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return Promise.resolve(compiler.pdf(result, { creationTimestamp: Date.parse(document.date) / 1000 }));
}

/** Every field is there, since Typst has no optional ones. */
function forTemplate(document: SeedDocument): object {
  return {
    ...document,
    superior: document.superior ?? null,
    number: document.number ?? null,
    sign: DRAFT_SIGNS[document.type] ?? '',
    addressee: document.addressee ?? null,
    isDraft: document.isDraft ?? false,
    grounds: document.grounds ?? [],
  };
}
