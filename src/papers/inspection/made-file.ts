import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { InspectedFile } from './pdf-process.js';
import { startSandboxed } from './sandbox.js';

/** A file made of others, as it comes. */
export interface Made {
  pages: number;
  content: Readable;
}

export interface Making {
  program: string;
  memoryMb: number;
  timeMs: number;
}

/**
 * Makes a file of others in a process of its own, since any of them may be hostile: it is told a plan and the files, and answers with one line
 * ({ pages }) and the file.
 *
 * @returns null where it cannot be made of these
 */
export async function makeFile({ program, memoryMb, timeMs }: Making, plan: object, files: readonly (Buffer | Pick<InspectedFile, 'open'>)[]): Promise<Made | null> {
  const child = startSandboxed(program, { memoryMb }, 'pipe');
  const timer = setTimeout(() => child.kill('SIGKILL'), timeMs);
  child.once('exit', () => clearTimeout(timer)).on('error', () => clearTimeout(timer));
  try {
    // A process that ends while it is told the files: its end is what counts.
    child.stdin?.on('error', () => undefined);
    // Nobody reads on: nothing is left to do.
    child.stdout?.once('close', () => child.kill('SIGKILL'));
    const line = child.stdout ? firstLine(child, child.stdout) : Promise.resolve(null);
    // A file that cannot be read cannot be used; the store has said why in the log.
    const isTold = await tell(child, plan, files).then(() => true, () => false);
    const answer = isTold ? await line : null;
    // Node throws away what a process that has ended left behind, where nobody reads yet: a pipe takes it up.
    if (answer && child.stdout) return { pages: answer.pages, content: child.stdout.pipe(new PassThrough()).once('close', () => child.kill('SIGKILL')) };
    child.kill('SIGKILL');
    return null;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function tell({ stdin }: ChildProcess, plan: object, files: readonly (Buffer | Pick<InspectedFile, 'open'>)[]): Promise<void> {
  if (!stdin) return;
  const words = Buffer.from(JSON.stringify(plan), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  for (const part of [length, words]) stdin.write(part);
  for (const file of files) {
    for await (const chunk of Buffer.isBuffer(file) ? [file] : await file.open()) {
      if (!stdin.writable) return;
      if (!stdin.write(chunk)) await roomIn(stdin);
    }
  }
  stdin.end();
}

/** Until it takes more, or nothing any more. `once` of node:events would leave a listener behind for each wait. */
function roomIn(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}

/** What the process says before the file; what comes after the line stays in the stream. */
async function firstLine(child: ChildProcess, stdout: Readable): Promise<{ pages: number } | null> {
  const parts: Buffer[] = [];
  for (;;) {
    const chunk = stdout.read() as Buffer | null;
    if (chunk === null) {
      if (stdout.readableEnded || stdout.destroyed) return null;
      await Promise.race([once(stdout, 'readable'), once(stdout, 'end'), once(child, 'error')]);
      continue;
    }
    const end = chunk.indexOf(10);
    parts.push(end < 0 ? chunk : chunk.subarray(0, end));
    if (end < 0) continue;
    if (end + 1 < chunk.length) stdout.unshift(chunk.subarray(end + 1));
    return pagesOf(Buffer.concat(parts).toString('utf8'));
  }
}

/** The process is hostile ground: what it says is looked at before it is believed. */
function pagesOf(line: string): { pages: number } | null {
  try {
    const answer: unknown = JSON.parse(line);
    return typeof answer === 'object' && answer !== null && 'pages' in answer && typeof answer.pages === 'number' ? { pages: answer.pages } : null;
  } catch {
    return null;
  }
}
