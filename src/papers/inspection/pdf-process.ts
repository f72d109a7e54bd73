import type { ChildProcess } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../http/refusal.js';
import { isSignatureFacts } from '../domain/signature-facts.js';
import type { InspectionLimits, PdfFacts } from './pdf-facts.js';
import { startSandboxed } from './sandbox.js';

/** What the parsing process says of a file. */
type Reply = { id: number; facts: PdfFacts } | { id: number; failure: 'damaged' | 'noPages' };

/** A file to look at, wherever it lies. */
export interface InspectedFile {
  /** Bytes. */
  size: number;
  open(): Promise<Readable>;
}

export async function fileOn(path: string): Promise<InspectedFile> {
  return { size: (await stat(path)).size, open: () => Promise.resolve(createReadStream(path)) };
}

/** Plain JavaScript and the same file in src and in dist, since both Jest and Node start it. */
const PROGRAM = fileURLToPath(new URL('./pdf-program.mjs', import.meta.url));

/** A process of its own for parsing: what a hostile file does to it, it does not do to the server. One file at a time. */
export class PdfProcess {
  private readonly child: ChildProcess;
  private nextId = 0;
  private ended = false;

  constructor(private readonly limits: InspectionLimits) {
    this.child = startSandboxed(PROGRAM, limits);
    this.child.once('exit', () => (this.ended = true));
    this.child.on('error', () => (this.ended = true));
    // A process that ends while it is being told the file: its end is what counts.
    this.child.stdin?.on('error', () => (this.ended = true));
    this.letGo();
  }

  /** Can take another file. */
  get isAlive(): boolean {
    return !this.ended;
  }

  /**
   * @throws Refusal pdfDamaged, pdfNoPages, pdfTimeout, pdfTooComplex (the process ended by itself: out of memory or a crash)
   */
  async inspect(file: InspectedFile): Promise<PdfFacts> {
    this.child.ref();
    this.child.channel?.ref();
    try {
      return factsOf(await this.ask(await file.open(), file.size));
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
    // A pipe to a child is a socket.
    (this.child.stdin as Socket | null)?.unref();
  }

  private ask(source: Readable, size: number): Promise<Reply> {
    const id = (this.nextId += 1);
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => (): void => {
        clearTimeout(timer);
        this.child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
        source.destroy();
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
      source.once('error', settle(() => {
        // What was sent is half a file: this process cannot be told another.
        this.kill();
        reject(new Refusal('paperUnreadable'));
      }));
      const head = Buffer.alloc(12);
      head.writeUInt32BE(id, 0);
      head.writeUInt32BE(this.limits.textMs, 4);
      head.writeUInt32BE(size, 8);
      const { stdin } = this.child;
      stdin?.write(head);
      if (stdin) source.pipe(stdin, { end: false });
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
  const { pages, needsPassword, hasText, signatures, title } = { pages: null, needsPassword: null, hasText: null, signatures: undefined as unknown, title: undefined, ...facts };
  return Number.isInteger(pages) && Array.isArray(signatures) && signatures.every(isSignatureFacts) && typeof needsPassword === 'boolean' && typeof hasText === 'boolean'
    && (title === null || typeof title === 'string');
}
