import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../http/refusal.js';
import { PAGES_MOST } from '../domain/page-text.js';
import type { InspectedFile } from '../inspection/pdf-process.js';
import { startSandboxed } from '../inspection/sandbox.js';

const PROGRAM = fileURLToPath(new URL('../inspection/text-program.mjs', import.meta.url));
const LIMITS = { memoryMb: 768 };
/** The largest real sample, 1,947 pages, takes a tenth of it on a small machine. */
const TIME_MS = 120_000;

/** Words of one page, as the file has them. */
export interface RawPage {
  page: number;
  text: string;
}

/** Reads the words of files in a process of its own for each, one file at a time. */
@Injectable()
export class TextReader implements OnModuleDestroy {
  private readonly running = new Set<ChildProcess>();
  private before: Promise<unknown> = Promise.resolve();
  private closed = false;

  /**
   * Tells the pages as they come.
   *
   * @returns whether the file was read to its end: false for one that is damaged, too large or took too long
   * @throws Refusal serverBusy: the server ended meanwhile, and nothing is known of the file
   */
  read(file: InspectedFile, tell: (page: RawPage) => Promise<void>): Promise<boolean> {
    const turn = this.before.then(() => this.readNow(file, tell));
    this.before = turn.catch(() => undefined);
    return turn;
  }

  onModuleDestroy(): void {
    this.closed = true;
    for (const child of this.running) child.kill('SIGKILL');
  }

  private async readNow(file: InspectedFile, tell: (page: RawPage) => Promise<void>): Promise<boolean> {
    const source = await file.open();
    const child = startSandboxed(PROGRAM, LIMITS, 'pipe');
    this.running.add(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_MS);
    const gone = once(child, 'exit');
    child.on('error', () => undefined);
    // A process that ends while it is told the file: its end is what counts.
    child.stdin?.on('error', () => undefined);
    source.on('error', () => child.kill('SIGKILL'));
    if (child.stdin) source.pipe(child.stdin);
    try {
      const isWhole = await this.listen(child, tell);
      if (!isWhole && this.closed) throw new Refusal('serverBusy');
      return isWhole;
    } finally {
      clearTimeout(timer);
      source.destroy();
      child.kill('SIGKILL');
      await gone.catch(() => undefined);
      this.running.delete(child);
    }
  }

  private async listen({ stdout }: ChildProcess, tell: (page: RawPage) => Promise<void>): Promise<boolean> {
    if (!stdout) return false;
    for await (const line of createInterface({ input: stdout, crlfDelay: Infinity })) {
      const said = readLine(line);
      if (said === 'end') return true;
      if (said === null) return false;
      await tell(said);
    }
    return false;
  }
}

/** The process is hostile ground: what it says is looked at before it is believed. */
function readLine(line: string): RawPage | 'end' | null {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null) return null;
    if ('end' in said) return 'end';
    if (!('page' in said) || !('text' in said) || typeof said.page !== 'number' || typeof said.text !== 'string') return null;
    return Number.isInteger(said.page) && said.page > 0 && said.page <= PAGES_MOST ? { page: said.page, text: said.text } : null;
  } catch {
    return null;
  }
}
