import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PdfInspector } from '../../src/papers/inspection/pdf-inspector.js';
import { stampPdf } from '../../src/papers/inspection/pdf-stamper.js';
import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';
import { deepOutline, flateBomb, pagesPdf, textPdf } from '../support/hostile-pdfs.js';
import { juneSession } from '../support/june.js';
import type { Person, Refused, Schema } from '../support/person.js';

const SHARED = process.env['ECABINET_SHARED_DATA'] ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const TEXT = '7F3A9C2K · 24/06/2019 14:05 · Thống đốc';

/** Marking processes of this one that have not ended. */
function stillMaking(): string[] {
  const folders = existsSync('/proc/self') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return folders.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('stamp-program.mjs') && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(` ${process.pid} `);
    } catch {
      return false;
    }
  });
}

async function wordsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWasm: false }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await document.destroy();
  return pages;
}

describe('copies that leave: each page says who took it', () => {
  let cabinet: Cabinet;
  let secretary: Person;
  let member: Person;
  let june: Schema['SessionDto'];
  let paper: Schema['PaperBriefDto'];

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    [secretary, member] = [await cabinet.person('thu-ky'), await cabinet.person('thong-doc')];
    june = await juneSession(member);
    const [first] = june.items[0]?.papers ?? [];
    if (!first) throw new Error('the demo has no paper');
    paper = first;
  });
  afterAll(() => cabinet.close());

  const copy = (person: Person, path: string): Promise<Response> => fetch(`${cabinet.url}/api/paper-versions/${paper.current.id}/${path}`, { headers: { cookie: person.cookie } });
  const log = async (): Promise<Schema['AccessDto'][]> => (await secretary.get<Schema['AccessLogDto']>(`/papers/${paper.id}/access`)).entries;

  it('carry name, time and code on every page, and the log finds the code again', async () => {
    const before = (await log()).length;
    const answer = await copy(member, 'copy?for=keep');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, 'application/pdf', true]);
    const pages = await wordsOf(Buffer.from(await answer.arrayBuffer()));
    expect(pages).toHaveLength(paper.current.pages);
    const codes = new Set(pages.map((words) => /([0-9A-Z]{8}) · \d\d\/\d\d\/\d{4} \d\d:\d\d · Thống đốc Ngân hàng Nhà nước Việt Nam/.exec(words)?.[1]));
    expect(codes.size).toBe(1);
    const [entry, ...rest] = await log();
    expect(entry).toMatchObject({ name: member.me.name, kind: 'kept', code: [...codes][0], version: paper.current.number });
    expect(rest).toHaveLength(before);
  });

  it('are told to the office as news, and printing is told apart', async () => {
    await secretary.listen();
    expect((await copy(member, 'copy?for=print')).status).toBe(200);
    await eventually(() => expect(secretary.news).toContain('paper.copied'));
    expect((await log())[0]).toMatchObject({ kind: 'printed' });
    expect((await copy(member, 'copy?for=show')).status).toBe(400);
  });

  it('leave unmarked only with who prepares papers, and that is logged too', async () => {
    expect((await copy(member, 'unmarked')).status).toBe(403);
    const bytes = Buffer.from(await (await copy(secretary, 'unmarked')).arrayBuffer());
    expect(bytes).toHaveLength(paper.current.size);
    expect((await log())[0]).toMatchObject({ name: secretary.me.name, kind: 'unmarked', code: null });
  });

  it('are for members and substitutes, not for invitees, and exist for nobody else', async () => {
    expect(paper.current.mayCopy).toBe(true);
    const substitute = await cabinet.person('du-thay-y-te');
    expect((await copy(substitute, 'copy?for=keep')).status).toBe(200);
    expect((await copy(await cabinet.person('ubnd-thu-ky'), 'copy?for=keep')).status).toBe(404);
    const invitee = await cabinet.person('moi-bo-cong-thuong');
    const theirs = (await juneSession(secretary)).items[2]?.papers[0]?.current.id ?? '';
    const refused = await fetch(`${cabinet.url}/api/paper-versions/${theirs}/copy?for=keep`, { headers: { cookie: invitee.cookie } });
    expect([refused.status, ((await refused.json()) as Refused).code]).toEqual([403, 'notAllowed']);
    for (const username of ['thong-doc', 'thu-tuong']) expect(await (await cabinet.person(username)).refused('GET', `/papers/${paper.id}/access`)).toBe('403 notAllowed');
  });

  it('do not leave after the paper was recalled, not even one that was being made', async () => {
    const { id } = await upload(pagesPdf('Van ban thu hoi', 40));
    await secretary.do('POST', `/papers/${id}/release`);
    const version = (await secretary.get<Schema['PaperDto']>(`/papers/${id}`)).current.id;
    const taking = fetch(`${cabinet.url}/api/paper-versions/${version}/copy?for=keep`, { headers: { cookie: member.cookie } });
    await secretary.do('POST', `/papers/${id}/recall`, { reason: 'Nhầm văn bản' });
    expect([200, 404]).toContain((await taking).status);
    expect((await fetch(`${cabinet.url}/api/paper-versions/${version}/copy?for=keep`, { headers: { cookie: member.cookie } })).status).toBe(404);
  });

  it('note a reading once in half an hour', async () => {
    await cabinet.rows('delete from paper_access');
    for (const page of [1, 2, 3]) await member.do('PUT', `/paper-versions/${paper.current.id}/read`, { page });
    expect((await log()).map(({ kind }) => kind)).toEqual(['opened']);
    await cabinet.rows(`update paper_access set at = now() - interval '31 minutes'`);
    await member.do('PUT', `/paper-versions/${paper.current.id}/read`, { page: 3 });
    expect((await log()).map(({ kind }) => kind)).toEqual(['opened', 'opened']);
    expect(cabinet.log).toEqual([]);
  });

  async function upload(bytes: Buffer): Promise<Schema['PaperBriefDto']> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'van-ban.pdf');
    const answer = await fetch(`${cabinet.url}/api/items/${june.items[3]?.id ?? ''}/papers`, { method: 'POST', headers: { cookie: secretary.cookie }, body: form });
    return (await answer.json()) as Schema['PaperBriefDto'];
  }
});

describe('marking files of all kinds', () => {
  const stamp = async (bytes: Buffer): Promise<Buffer | null> => {
    const made = await stampPdf({ open: () => Promise.resolve(Readable.from([bytes])) }, TEXT);
    return made && buffer(made.content);
  };

  it('leaves what was there byte for byte and adds to it', async () => {
    const bytes = textPdf('To trinh');
    const marked = await stamp(bytes);
    expect(marked?.subarray(0, bytes.length).equals(bytes)).toBe(true);
    expect((await wordsOf(marked ?? Buffer.alloc(0)))[0]).toContain(TEXT);
  });

  it.each([['an empty file', Buffer.alloc(0)], ['what is no PDF', Buffer.from('%PDF-1.7 nothing else')]])('gives nothing for %s', async (_what, bytes) => {
    expect(await stamp(bytes)).toBeNull();
  });

  it('waits whole for who comes late to fetch it', async () => {
    const bytes = pagesPdf('Van ban', 200);
    const made = await stampPdf({ open: () => Promise.resolve(Readable.from([bytes])) }, TEXT);
    await eventually(() => expect(stillMaking()).toEqual([]));
    const marked = made && (await buffer(made.content));
    expect(await wordsOf(marked ?? Buffer.alloc(0))).toHaveLength(200);
  });

  it('is not brought down by bombs and by outlines without end', async () => {
    for (const bytes of [flateBomb(), deepOutline()]) expect(await stamp(bytes)).toBeInstanceOf(Buffer);
  }, 60_000);

  (existsSync(SHARED) ? it : it.skip)('keeps a signature valid for what it covers, and says that something was added', async () => {
    const inspector = new PdfInspector();
    const path = resolve(SHARED, 'pdf/vn/49-2026-ND-CP.pdf');
    const marked = await stamp(readFileSync(path));
    const [before] = (await inspector.look({ size: readFileSync(path).length, open: () => Promise.resolve(createReadStream(path)) })).signatures;
    const [after] = (await inspector.look({ size: marked?.length ?? 0, open: () => Promise.resolve(Readable.from([marked ?? Buffer.alloc(0)])) })).signatures;
    inspector.onModuleDestroy();
    expect(before).toMatchObject({ integrity: 'intact', coversWhole: true });
    expect(after).toMatchObject({ integrity: 'intact', coversWhole: false });
  });

  (existsSync(SHARED) ? it : it.skip)('marks the packet of 1,947 pages', async () => {
    const marked = await stamp(readFileSync(resolve(SHARED, 'pdf/large/packet-large-fomc-2012.pdf')));
    expect(marked?.length).toBeGreaterThan(21_364_973);
  }, 60_000);
});
