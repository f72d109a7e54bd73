import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { textPdf } from '../support/hostile-pdfs.js';
import { PaperCalls } from '../support/paper-calls.js';
import { openPapersStage, type PapersStage } from '../support/papers-stage.js';

/** The test virus every scanner knows; put together here so that none finds it in this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/** A daemon that speaks clamd's INSTREAM. */
class SmallClamd {
  /** Bytes of each stream it was shown. */
  readonly seen: number[] = [];
  way: 'look' | 'hangUp' | 'tooLarge' | 'exceeds' = 'look';
  private constructor(private readonly server: Server, readonly port: number) {}

  static async start(): Promise<SmallClamd> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const clamd = new SmallClamd(server, typeof address === 'object' && address !== null ? address.port : 0);
    server.on('connection', (socket) => {
      let held = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        held = Buffer.concat([held, chunk]);
        const answer = clamd.answerTo(held);
        if (clamd.way === 'hangUp' && held.length > 100) socket.destroy();
        else if (answer !== null) socket.end(`${answer}\0`);
      });
    });
    return clamd;
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private answerTo(held: Buffer): string | null {
    const command = 'zINSTREAM\0';
    if (held.length < command.length) return null;
    if (!held.subarray(0, command.length).equals(Buffer.from(command))) return 'UNKNOWN COMMAND';
    if (this.way === 'tooLarge' && held.length > 100) return 'INSTREAM size limit exceeded. ERROR';
    const parts: Buffer[] = [];
    for (let at = command.length; at + 4 <= held.length; ) {
      const length = held.readUInt32BE(at);
      if (length === 0) return this.verdict(Buffer.concat(parts));
      parts.push(held.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return null;
  }

  private verdict(content: Buffer): string {
    this.seen.push(content.length);
    if (this.way === 'exceeds') return 'stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND';
    return content.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
  }
}

let clamd: SmallClamd;
let stage: PapersStage;
let papers: PaperCalls;
let made = 0;
const pdf = (extra = ''): Buffer => Buffer.concat([textPdf(`So ${(made += 1)}`), Buffer.from(extra)]);
const stored = (): string[] => (existsSync(join(stage.folder, 'papers')) ? readdirSync(join(stage.folder, 'papers'), { recursive: true }).map(String).filter((name) => /[0-9a-f-]{36}$/.test(name)) : []);
const versions = async (): Promise<number> => ((await stage.dataSource.query('select count(*)::int as n from paper_version')) as { n: number }[])[0]?.n ?? -1;

beforeAll(async () => {
  clamd = await SmallClamd.start();
  stage = await openPapersStage(5, { ECABINET_CLAMAV: `127.0.0.1:${clamd.port}` });
  papers = new PaperCalls(stage);
});
afterAll(async () => {
  await stage.close();
  await clamd.stop();
});
beforeEach(() => {
  clamd.way = 'look';
});

describe('uploads with a virus scanner', () => {
  it('are shown to it whole, and kept when it finds nothing', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.from(`\n%${'x'.repeat(1_000_000)}`)]);
    const paper = await papers.add(bytes);
    expect(clamd.seen.at(-1)).toBe(bytes.length);
    expect((await papers.file(paper.current.id)).bytes.equals(bytes)).toBe(true);
    // The picture of its first page is a file too: it is there before files are counted below.
    await eventually(async () => expect(await stage.dataSource.query('select 1 from paper_version where first_page_at is null')).toEqual([]));
  });

  it('are refused when it finds something, and nothing is kept', async () => {
    const before = [await versions(), stored().length];
    const response = await papers.upload(`/items/${stage.itemId}/papers`, pdf(`\n%${EICAR}`));
    expect([response.status, await response.json()]).toEqual([422, expect.objectContaining({ code: 'paperInfected', params: { name: 'Eicar-Signature' } })]);
    expect([await versions(), stored().length]).toEqual(before);
  });

  it.each(['hangUp', 'tooLarge', 'exceeds'] as const)('are refused when it has not looked at everything (%s)', async (way) => {
    clamd.way = way;
    const before = [await versions(), stored().length];
    expect(await papers.refusal(pdf(`\n%${'x'.repeat(300_000)}`))).toBe('503 scannerUnavailable');
    expect([await versions(), stored().length]).toEqual(before);
  });

  it('that are too large or no PDF keep their own words', async () => {
    expect(await papers.refusal(Buffer.concat([textPdf(), Buffer.alloc(6 * 1024 * 1024)]))).toBe('413 fileTooLarge');
    expect(await papers.refusal(Buffer.from('<html>'))).toBe('422 notAPdf');
  });

  it('are refused while it is away, and taken when it is back', async () => {
    await stage.restart({ ECABINET_CLAMAV: '127.0.0.1:9' });
    expect(await papers.refusal(pdf())).toBe('503 scannerUnavailable');
    await stage.restart({});
    await papers.add(pdf());
  });
});
