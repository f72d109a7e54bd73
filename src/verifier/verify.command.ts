import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderJson, renderText } from './render.js';
import { type Language, word } from './texts.js';
import { hasPassed, verifyExport } from './verify.js';

const [PASSED, FAILED, UNREADABLE] = [0, 1, 2];

interface Wanted {
  file: string | null;
  key: string | null;
  language: Language;
  json: boolean;
}

function readWords(words: string[], env: NodeJS.ProcessEnv): Wanted | null {
  const spoken = env.LC_ALL ?? env.LANG ?? '';
  const language: Language = spoken.startsWith('en') ? 'en' : 'vi';
  const options = { key: { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [act, file, ...more] = positionals;
    const chosen: Language = values.lang === 'en' || values.lang === 'vi' ? values.lang : language;
    if (values.help) return { file: null, key: null, language: chosen, json: false };
    return act === 'verify' && file !== undefined && more.length === 0 && [undefined, 'vi', 'en'].includes(values.lang) ? { file, key: values.key ?? null, language: chosen, json: values.json ?? false } : null;
  } catch (error) {
    // An option it does not know.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** `ecabinet verify <file>`: says what holds, and answers with an exit code. */
export function run(words: string[], env: NodeJS.ProcessEnv): number {
  const wanted = readWords(words, env);
  if (wanted === null || wanted.file === null) {
    process[wanted ? 'stdout' : 'stderr'].write(word('help', wanted?.language ?? 'vi'));
    return wanted ? PASSED : UNREADABLE;
  }
  const { file, key, language, json } = wanted;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    process.stderr.write(`${word('unreadable', language, { file, reason: error instanceof Error ? error.message : String(error) })}\n`);
    return UNREADABLE;
  }
  const report = verifyExport(text, key);
  if (!report.isExport) {
    process.stderr.write(`${word('noExport', language, { file })}\n`);
    return UNREADABLE;
  }
  process.stdout.write(json ? renderJson(report, language) : renderText(report, language));
  return hasPassed(report) ? PASSED : FAILED;
}
