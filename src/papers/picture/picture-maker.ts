import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../http/refusal.js';
import { isPictureOf, type PagePoints, PICTURE_BYTES_MOST, tidyPoints } from '../domain/picture.js';
import type { InspectedFile } from '../inspection/pdf-process.js';
import { startSandboxed } from '../inspection/sandbox.js';

const PROGRAM = fileURLToPath(new URL('../inspection/picture-program.mjs', import.meta.url));
/** The largest real sample takes a tenth of the time and a third of the memory on a small machine. */
const [LIMITS, TIME_MS] = [{ memoryMb: 768 }, 20_000];
/** Whoever waits for an answer of the server goes before. */
const BEHIND_THE_OTHERS = 10;
const LINE_MOST = 1_000;

/** The first page as it is kept. */
export interface Picture {
  points: PagePoints;
  /** WebP. */
  bytes: Buffer;
}

/** Draws first pages in a process of its own for each, one file at a time. */
@Injectable()
export class PictureMaker implements OnModuleDestroy {
  private readonly running = new Set<ChildProcess>();
  private before: Promise<unknown> = Promise.resolve();
  private closed = false;

  /**
   * @returns null where there is none: the file needs a password, is damaged, too large, took too long, or has no page that can be drawn as it is
   * @throws Refusal serverBusy: the server ended meanwhile, and nothing is known of the file
   * @throws Refusal paperUnreadable: the file cannot be opened now
   */
  draw(file: InspectedFile): Promise<Picture | null> {
    const turn = this.before.then(() => this.drawNow(file));
    this.before = turn.catch(() => undefined);
    return turn;
  }

  onModuleDestroy(): void {
    this.closed = true;
    for (const child of this.running) child.kill('SIGKILL');
  }

  private async drawNow(file: InspectedFile): Promise<Picture | null> {
    if (this.closed) throw new Refusal('serverBusy');
    const source = await file.open();
    const child = startSandboxed(PROGRAM, LIMITS, 'pipe');
    this.running.add(child);
    letOthersGoBefore(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_MS);
    const gone = once(child, 'exit');
    let isBroken = false;
    child.on('error', () => undefined);
    // A process that ends while it is told the file: its end is what counts.
    child.stdin?.on('error', () => undefined);
    source.on('error', () => {
      isBroken = true;
      child.kill('SIGKILL');
    });
    if (child.stdin) source.pipe(child.stdin);
    try {
      const said = child.stdout ? await allOf(child.stdout) : null;
      if (said === null && this.closed) throw new Refusal('serverBusy');
      if (isBroken) throw new Refusal('paperUnreadable');
      return said === null ? null : readAnswer(said);
    } finally {
      clearTimeout(timer);
      source.destroy();
      child.kill('SIGKILL');
      await gone.catch(() => undefined);
      this.running.delete(child);
    }
  }
}

function letOthersGoBefore({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND_THE_OTHERS);
  } catch {
    // It has ended already, or the system has no such thing: it draws as fast as it may.
  }
}

/** Null for more than a picture can be, and for nothing. */
async function allOf(stdout: Readable): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stdout as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > PICTURE_BYTES_MOST + LINE_MOST) return null;
    parts.push(part);
  }
  return length === 0 ? null : Buffer.concat(parts);
}

/** The process is hostile ground: what it says is looked at before it is believed. */
function readAnswer(said: Buffer): Picture | null {
  const end = said.indexOf('\n');
  const bytes = said.subarray(end + 1);
  const points = pointsOf(said.toString('utf8', 0, Math.max(0, Math.min(end, LINE_MOST))));
  return points !== null && isPictureOf(bytes, points) ? { points, bytes } : null;
}

function pointsOf(line: string): PagePoints | null {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said !== 'object' || said === null || !('width' in said) || !('height' in said)) return null;
    const { width, height } = said;
    return typeof width === 'number' && typeof height === 'number' ? tidyPoints({ width, height }) : null;
  } catch {
    return null;
  }
}
