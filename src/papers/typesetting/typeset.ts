import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./set-program.mjs', import.meta.url));
const TIME_MS = 60_000;

/**
 * Sets pages with Typst, in a process of its own that is gone afterwards. Only the fonts that Typst carries are used, so that it looks the same
 * on every machine.
 *
 * @param inputs what the template reads (`sys.inputs`)
 * @param isArchival as tagged PDF/A-2a (ISO 19005-2); where this platform's compiler does not tag, as PDF/A-2b
 * @throws Error with Typst's own words when they cannot be set
 */
export async function typeset(template: string, inputs: Readonly<Record<string, string>>, isArchival = false): Promise<Buffer> {
  const child = spawn(process.execPath, [PROGRAM], { env: { PATH: process.env['PATH'] }, stdio: ['pipe', 'pipe', 'pipe'], timeout: TIME_MS, killSignal: 'SIGKILL' });
  child.stdin.on('error', () => undefined).end(JSON.stringify({ template, inputs, isArchival }));
  const [pdf, words, code] = await Promise.all([buffer(child.stdout), text(child.stderr), new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail))]);
  if (code !== 0) throw new Error(`These pages cannot be set: ${words}`);
  return pdf;
}
