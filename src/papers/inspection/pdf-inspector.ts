import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { open } from 'node:fs/promises';
import { Refusal } from '../../http/refusal.js';
import { DEFAULT_LIMITS, type InspectionLimits, type PdfFacts } from './pdf-facts.js';
import { fileOn, type InspectedFile, PdfProcess } from './pdf-process.js';

/** Files one process may see before a fresh one takes over: whatever a file left behind goes with it. */
const FILES_PER_PROCESS = 25;
const IDLE_MS = 30_000;

/** Looks at uploaded files in at most two processes; the others wait their turn. */
@Injectable()
export class PdfInspector implements OnModuleDestroy {
  private readonly limits: InspectionLimits;
  private readonly idle: { process: PdfProcess; filesLeft: number; timer: NodeJS.Timeout }[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly all = new Set<PdfProcess>();
  private busy = 0;
  private closed = false;

  constructor() {
    this.limits = DEFAULT_LIMITS;
  }

  /** An inspector with limits of its own, for tests. */
  static within(limits: Partial<InspectionLimits>): PdfInspector {
    return Object.assign(new PdfInspector(), { limits: { ...DEFAULT_LIMITS, ...limits } });
  }

  /**
   * Decides by the content whether this is a PDF that people can read.
   *
   * @param path a complete file on this machine
   * @throws Refusal fileEmpty, notAPdf, pdfDamaged, pdfNoPages, pdfTooComplex, pdfTimeout
   */
  async inspect(path: string): Promise<PdfFacts> {
    await refuseOtherTypes(path);
    return this.look(await fileOn(path));
  }

  /** Looks at a file that was taken before, e.g. one of an older version of this program. @throws Refusal as `inspect` */
  async look(file: InspectedFile): Promise<PdfFacts> {
    await this.takeTurn();
    try {
      return await this.inspectInProcess(file);
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Ends the processes. */
  onModuleDestroy(): void {
    this.closed = true;
    for (const { timer } of this.idle.splice(0)) clearTimeout(timer);
    for (const process of this.all) process.kill();
    this.all.clear();
  }

  private async takeTurn(): Promise<void> {
    while (this.busy >= 2) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
  }

  private async inspectInProcess(file: InspectedFile): Promise<PdfFacts> {
    const { process, filesLeft } = this.takeProcess();
    try {
      return await process.inspect(file);
    } catch (error) {
      const isFresh = filesLeft === FILES_PER_PROCESS;
      if (isFresh || !(error instanceof Refusal) || error.code !== 'pdfTooComplex') throw error;
      // The process may have carried what an earlier file left in its memory: this one gets a process of its own.
      return await this.inspectInProcess(file);
    } finally {
      this.giveBack(process, filesLeft - 1);
    }
  }

  /** An idle process, else a fresh one. */
  private takeProcess(): { process: PdfProcess; filesLeft: number } {
    for (let next = this.idle.pop(); next; next = this.idle.pop()) {
      clearTimeout(next.timer);
      if (next.process.isAlive) return next;
      this.all.delete(next.process);
    }
    const process = new PdfProcess(this.limits);
    this.all.add(process);
    return { process, filesLeft: FILES_PER_PROCESS };
  }

  private giveBack(process: PdfProcess, filesLeft: number): void {
    if (filesLeft <= 0 || !process.isAlive || this.closed) return this.drop(process);
    const timer = setTimeout(() => this.drop(process), IDLE_MS).unref();
    this.idle.push({ process, filesLeft, timer });
  }

  private drop(process: PdfProcess): void {
    process.kill();
    this.all.delete(process);
  }
}

/**
 * Browsers and pdf.js take a header anywhere in the first 1,024 bytes, which lets one file be HTML and PDF at once. Here it stands
 * at the very start or the file is no PDF.
 */
async function refuseOtherTypes(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(5), 0, 5, 0);
    if (bytesRead === 0) throw new Refusal('fileEmpty');
    if (buffer.toString('latin1') !== '%PDF-') throw new Refusal('notAPdf');
  } finally {
    await file.close();
  }
}
