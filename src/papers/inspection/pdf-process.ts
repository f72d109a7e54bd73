import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../http/refusal.js';
import type { InspectionLimits, PdfFacts } from './pdf-facts.js';

/** What the parsing process says of a file. */
type Reply = { id: number; facts: PdfFacts } | { id: number; failure: 'damaged' | 'noPages' };

/** Plain JavaScript and the same file in src and in dist, since both Jest and Node start it. */
const PROGRAM = fileURLToPath(new URL('./pdf-program.mjs', import.meta.url));

/** A process of its own for parsing: what a hostile file does to it, it does not do to the server. One file at a time. */
export class PdfProcess {
  private readonly child: ChildProcess;
  private nextId = 0;
  private ended = false;

  constructor(private readonly limits: InspectionLimits) {
    this.child = fork(PROGRAM, [String(limits.memoryMb)], {
      execArgv: ['--max-old-space-size=256'],
      // None of the server's secrets are there to be found.
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.once('exit', () => (this.ended = true));
    this.child.on('error', () => (this.ended = true));
    this.letGo();
  }

  /** Can take another file. */
  get isAlive(): boolean {
    return !this.ended;
  }

  /**
   * @throws Refusal pdfDamaged, pdfNoPages, pdfTimeout, pdfTooComplex (the process ended by itself: out of memory or a crash)
   */
  async inspect(path: string): Promise<PdfFacts> {
    this.child.ref();
    this.child.channel?.ref();
    try {
      return factsOf(await this.ask(path));
    } finally {
      this.letGo();
    }
  }

  kill(): void {
    this.ended = true;
    this.child.kill('SIGKILL');
  }

  /** An idle process must not keep the server from ending. */
  private letGo(): void {
    this.child.unref();
    this.child.channel?.unref();
  }

  private ask(path: string): Promise<Reply> {
    const id = (this.nextId += 1);
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => (): void => {
        clearTimeout(timer);
        this.child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
        act();
      };
      const onEnd = settle(() => reject(new Refusal('pdfTooComplex')));
      const onMessage = (message: unknown): void => {
        if (isReply(message) && message.id === id) settle(() => resolve(message))();
      };
      const timer = setTimeout(settle(() => {
        this.kill();
        reject(new Refusal('pdfTimeout'));
      }), this.limits.timeMs);
      this.child.on('message', onMessage).once('exit', onEnd).once('error', onEnd);
      this.child.send({ id, path, textMs: this.limits.textMs }, (error) => {
        if (error) onEnd();
      });
    });
  }
}

function factsOf(reply: Reply): PdfFacts {
  if ('failure' in reply) throw new Refusal(reply.failure === 'noPages' ? 'pdfNoPages' : 'pdfDamaged');
  return { ...reply.facts, title: cleanTitle(reply.facts.title) };
}

function cleanTitle(title: string | null): string | null {
  // \p{C}: control and formatting characters, among them those that turn the direction of writing.
  const clean = (title ?? '').normalize('NFC').replace(/[\p{C}\s]+/gu, ' ').trim();
  return clean === '' ? null : [...clean].slice(0, 200).join('');
}

/** The parser is hostile ground: its messages are looked at before they are believed. */
function isReply(message: unknown): message is Reply {
  if (typeof message !== 'object' || message === null || !('id' in message)) return false;
  if ('failure' in message) return message.failure === 'damaged' || message.failure === 'noPages';
  return 'facts' in message && isFacts(message.facts);
}

function isFacts(facts: unknown): facts is PdfFacts {
  if (typeof facts !== 'object' || facts === null) return false;
  const { pages, needsPassword, hasText, signatures, title } = { pages: null, needsPassword: null, hasText: null, signatures: null, title: undefined, ...facts };
  return Number.isInteger(pages) && Number.isInteger(signatures) && typeof needsPassword === 'boolean' && typeof hasText === 'boolean'
    && (title === null || typeof title === 'string');
}
