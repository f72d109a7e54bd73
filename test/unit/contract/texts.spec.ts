import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ERROR_STATUS } from '../../../src/contract/error-codes.js';
import { ENTRY_KINDS, EVENT_TYPES } from '../../../src/contract/live-events.js';

const I18N = path.resolve(import.meta.dirname, '../../../client/src/i18n');
const textsOf = (language: string, file: string): Record<string, string> => JSON.parse(readFileSync(path.join(I18N, language, file), 'utf8')) as Record<string, string>;
const FILES = readdirSync(path.join(I18N, 'vi')).filter((file) => file.endsWith('.json'));
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('texts', () => {
  it.each(FILES)('%s says everything in both languages, with the same values in it', (file) => {
    const [vi, en] = [textsOf('vi', file), textsOf('en', file)];
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, text] of Object.entries(vi)) {
      expect(`${key}: ${text.trim() === '' ? 'empty' : 'said'}`).toBe(`${key}: said`);
      expect(`${key}: ${placeholders(en[key] ?? '').join()}`).toBe(`${key}: ${placeholders(text).join()}`);
    }
  });

  it('has a text for every refusal of the server', () => {
    const said = Object.keys(textsOf('vi', 'errors.json')).map((key) => key.split('.')[0]);
    expect(Object.keys(ERROR_STATUS).filter((code) => !said.includes(code))).toEqual([]);
  });

  it('has a text for every row of the journal, and for every kind that one looks for', () => {
    const said = textsOf('vi', 'journal.json');
    expect(EVENT_TYPES.filter((type) => !(`type.${type}` in said))).toEqual([]);
    expect(EVENT_TYPES.filter((type) => !ENTRY_KINDS.some((kind) => kind === type.split('.')[0]))).toEqual([]);
    expect(ENTRY_KINDS.filter((kind) => !(`kind.${kind}` in said))).toEqual([]);
  });

  it('spells Vietnamese in composed letters (NFC)', () => {
    for (const file of FILES) expect(readFileSync(path.join(I18N, 'vi', file), 'utf8')).toBe(readFileSync(path.join(I18N, 'vi', file), 'utf8').normalize('NFC'));
  });
});
