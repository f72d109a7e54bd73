import { ESLint } from 'eslint';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const RULES = ['no-eval', 'no-new-func', 'no-script-url', 'no-proto', 'no-restricted-globals', 'no-restricted-properties', 'no-restricted-imports', 'no-restricted-syntax'];
/** The repository's own rules; those that need types would read the whole program for each snippet. */
const eslint = new ESLint({ cwd: ROOT, ruleFilter: ({ ruleId }) => RULES.includes(ruleId), overrideConfig: { languageOptions: { parserOptions: { project: null } } } });

async function faultsOf(code: string, file: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`);
}

const SERVICE = 'src/voting/motions.service.ts';
const PAGE = 'client/src/main.tsx';

describe('the linter refuses', () => {
  it.each<[string, string, string, RegExp]>([
    ['eval', SERVICE, `eval('1');`, /^no-eval/],
    ['a function made of text', SERVICE, `export const f = new Function('return 1');`, /^no-new-func/],
    ['text as a timer', SERVICE, `setTimeout('go()', 1);`, /implied-eval/],
    ['eval in the client', PAGE, `eval('1');`, /^no-eval/],
    ['a script address', PAGE, `export const a = 'javascript:alert(1)';`, /^no-script-url/],
    ['the prototype by its old name', SERVICE, `export const f = (o: { __proto__: unknown }) => o.__proto__;`, /^no-proto/],
    ['chance that can be foretold', SERVICE, `export const a = Math.random();`, /^no-restricted-properties/],
    ['the same in the client', PAGE, `export const a = Math.random();`, /^no-restricted-properties/],
    ['raw HTML', PAGE, `export const f = (e: Element, t: string) => { e.innerHTML = t; };`, /raw-html/],
    ['raw HTML beside', PAGE, `export const f = (e: Element, t: string) => e.insertAdjacentHTML('beforeend', t);`, /raw-html/],
    ['raw HTML by React', PAGE, `export const f = (t: string) => <p dangerouslySetInnerHTML={{ __html: t }} />;`, /raw-html/],
    ['a page written by a program', PAGE, `document.write('x');`, /raw-html/],
    ['an expression made of text', SERVICE, `export const f = (t: string) => new RegExp(t);`, /made-pattern/],
    ['the same without new', PAGE, `export const f = (t: string) => RegExp(\`^\${t}\`);`, /made-pattern/],
    ['SQL with a value in it', SERVICE, `export const f = (tx: T, id: string) => tx.query(\`select * from motion where id = '\${id}'\`);`, /made-sql/],
    ['SQL put together', SERVICE, `export const f = (tx: T, id: string) => tx.query('select * from motion where id = ' + id);`, /made-sql/],
    ['a shell by name', SERVICE, `import { exec } from 'node:child_process'; exec('ls');`, /shell/],
    ['a shell by option', SERVICE, `import { spawn } from 'node:child_process'; spawn('ls', { shell: true });`, /shell/],
    ['a shell by path', SERVICE, `import { spawn } from 'node:child_process'; spawn('/bin/sh', ['-c', 'ls']);`, /shell/],
    ['a cipher elsewhere than in its places', SERVICE, `import { createCipheriv } from 'node:crypto'; createCipheriv('aes-256-gcm', k, n);`, /no-restricted-imports.*crypto/],
    ['another mode of a cipher', 'src/storage/key-wrapping.ts', `import { createCipheriv } from 'node:crypto'; createCipheriv('aes-256-ecb', k, null);`, /AES-256-GCM only/],
    ['a cipher by a variable', 'src/config/secret.ts', `import { createDecipheriv } from 'node:crypto'; createDecipheriv(name, k, n);`, /AES-256-GCM only/],
    ['a call to wherever', SERVICE, `export const f = (url: string) => fetch(url);`, /ways-out/],
    ['another hash', SERVICE, `import { createHash } from 'node:crypto'; createHash('sha1');`, /SHA-256 only/],
    ['MD5 in a keyed hash', 'src/config/secret.ts', `import { createHmac } from 'node:crypto'; createHmac('md5', k);`, /SHA-256 only/],
  ])('%s', async (_, file, code, fault) => {
    expect(await faultsOf(code, file)).toContainEqual(expect.stringMatching(fault));
  });

  it.each<[string, string, string]>([
    ['SQL of constants', SERVICE, `export const f = (tx: T, id: string) => tx.query(\`\${MOTION_SQL} where id = $1\`, [id]);`],
    ['an expression as it stands', SERVICE, `export const a = new RegExp('^a$');`],
    ['the approved cipher in its place', 'src/storage/key-wrapping.ts', `import { createCipheriv } from 'node:crypto'; createCipheriv('aes-256-gcm', k, n);`],
    ['the approved hash', SERVICE, `import { createHash } from 'node:crypto'; createHash('sha256');`],
    ['a program with a list of words', SERVICE, `import { spawn } from 'node:child_process'; spawn('ps', ['-o', 'pid']);`],
  ])('not %s', async (_, file, code) => {
    expect(await faultsOf(code, file)).toEqual([]);
  });
});
