import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ChildProcess } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ErrorCode } from '../../contract/error-codes.js';
import { Refusal } from '../../http/refusal.js';
import { OFFICE_WARNINGS, type OfficeWarning } from '../domain/office-file.js';
import { startSandboxed } from './sandbox.js';

const PROGRAM = fileURLToPath(new URL('./office-program.mjs', import.meta.url));
/** The largest text of a part is held at once, three times. */
const LIMITS = { memoryMb: 768 };
const TIME_MS = 20_000;
const FAILURES: readonly ErrorCode[] = ['docDamaged', 'docEncrypted', 'docLegacy', 'docMacros', 'docEntities', 'docTooComplex', 'notADocx'];

/** Looks into Word files before anything else opens them, each in a process of its own, one after another. */
@Injectable()
export class OfficeInspector implements OnModuleDestroy {
  private readonly running = new Set<ChildProcess>();
  private before: Promise<unknown> = Promise.resolve();

  /**
   * Decides by the content whether this is a Word document that may be converted.
   *
   * @param path a complete file on this machine
   * @returns what its readers should know
   * @throws Refusal docDamaged, docEncrypted, docLegacy, docMacros, docEntities, docTooComplex, notADocx
   */
  inspect(path: string): Promise<OfficeWarning[]> {
    const turn = this.before.then(() => this.look(path));
    this.before = turn.catch(() => undefined);
    return turn;
  }

  onModuleDestroy(): void {
    for (const child of this.running) child.kill('SIGKILL');
  }

  private async look(path: string): Promise<OfficeWarning[]> {
    const child = startSandboxed(PROGRAM, LIMITS);
    this.running.add(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_MS);
    const source = createReadStream(path);
    try {
      return await new Promise<OfficeWarning[]>((resolve, reject) => {
        // Out of memory, out of time or crashed.
        const onEnd = (): void => reject(new Refusal('docTooComplex'));
        child.once('message', (said) => settle(said, resolve, reject)).once('exit', onEnd).once('error', onEnd);
        child.stdin?.on('error', () => undefined);
        source.once('error', reject);
        if (child.stdin) source.pipe(child.stdin);
      });
    } finally {
      clearTimeout(timer);
      source.destroy();
      child.kill('SIGKILL');
      this.running.delete(child);
    }
  }
}

/** The process is hostile ground: what it says is looked at before it is believed. */
function settle(said: unknown, resolve: (warnings: OfficeWarning[]) => void, reject: (reason: Refusal) => void): void {
  const about = typeof said === 'object' && said !== null ? said : {};
  if ('facts' in about && typeof about.facts === 'object' && about.facts !== null && 'warnings' in about.facts && Array.isArray(about.facts.warnings)) {
    const { warnings } = about.facts;
    return resolve(OFFICE_WARNINGS.filter((warning) => warnings.includes(warning)));
  }
  const failure = 'failure' in about ? FAILURES.find((code) => code === about.failure) : undefined;
  reject(new Refusal(failure ?? 'docDamaged'));
}
