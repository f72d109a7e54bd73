import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { eventually } from '../support/eventually.js';
import { textPdf } from '../support/hostile-pdfs.js';
import { PaperCalls, type SentPaper } from '../support/paper-calls.js';
import { openPapersStage, type PapersStage } from '../support/papers-stage.js';

let stage: PapersStage;
let papers: PaperCalls;
beforeAll(async () => {
  stage = await openPapersStage();
  papers = new PaperCalls(stage);
});
afterAll(() => stage.close());

const MARK = 'Mat khau cua phien hop';
let made = 0;
/** A PDF of some hundred kilobytes unlike all others. */
const pdf = (): Buffer => Buffer.concat([textPdf(`${MARK} ${(made += 1)}`), Buffer.from(`\n%${randomBytes(150_000).toString('hex')}\n`)]);
const store = (): string => join(stage.folder, 'papers');
const keyFile = (): string => join(stage.folder, 'keys', 'papers.key');
const pathOf = (name: string): string => join(store(), name.slice(0, 2), name.slice(2, 4), name);
const filesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
const hashes = (): Record<string, string> => Object.fromEntries(filesOf(store()).map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]));

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await stage.dataSource.query(sql, values)) as Row[];
}
const blobOf = async (paper: SentPaper): Promise<string> => (await rows<{ id: string }>('select blob_id as id from paper_version where id = $1', [paper.current.id]))[0]?.id ?? '';

/** Pictures of first pages are files too: until they are there the store still changes. */
const allDrawn = (): Promise<void> => eventually(async () => expect(await rows(`select 1 from graphile_worker.jobs where task_identifier = 'papers-first-page'`)).toEqual([]), 40_000);

function command(...words: string[]): Promise<string> {
  const main = resolve(import.meta.dirname, '..', '..', 'dist', 'server', 'papers', 'papers.command.js');
  const child = spawn(process.execPath, [main, ...words], { env: { PATH: process.env['PATH'], DATABASE_URL: stage.databaseUrl, ECABINET_DATA_DIR: stage.folder, LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done, fail) => child.once('exit', (code) => (code === 0 ? done(said) : fail(new Error(`exit ${code}: ${said}`)))));
}

describe('papers in the store', () => {
  it('are not readable there, and come back byte for byte, whole and in parts', async () => {
    const bytes = pdf();
    const paper = await papers.add(bytes);
    expect(paper.current).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
    await allDrawn();
    for (const file of filesOf(stage.folder)) expect(readFileSync(file).includes(MARK)).toBe(false);
    expect((await papers.file(paper.current.id)).bytes.equals(bytes)).toBe(true);
    for (const [start, end] of [[0, 0], [65_535, 65_536], [131_071, 200_000], [bytes.length - 1, bytes.length - 1]] as const) {
      const part = await papers.file(paper.current.id, `bytes=${start}-${end}`);
      expect({ status: part.status, same: part.bytes.equals(bytes.subarray(start, end + 1)) }).toEqual({ status: 206, same: true });
    }
  });

  it('have a key each that only the owner of the key file can unwrap', async () => {
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(keyFile())).mode & 0o777).toBe(0o700);
    await papers.add(pdf());
    const keys = await rows<{ key: Buffer }>('select wrapped_key as key from paper_blob');
    expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(keys.length);
    const masters = readFileSync(keyFile(), 'utf8').split('\n').filter((line) => /^[A-Za-z0-9+/]{43}=$/.test(line));
    expect(masters).toHaveLength(1);
    for (const { key } of keys) expect(key.includes(Buffer.from(masters[0] ?? '', 'base64'))).toBe(false);
  });

  it('that are the same are two files with two keys', async () => {
    const bytes = pdf();
    const first = await papers.add(bytes);
    const other = await papers.add(pdf());
    const response = await papers.upload(`/papers/${other.id}/versions`, bytes);
    const second = (await response.json()) as SentPaper;
    expect(second.current.sha256).toBe(first.current.sha256);
    const [a, b] = [await blobOf(first), await blobOf(second)];
    expect(a).not.toBe(b);
    expect(readFileSync(pathOf(a)).equals(readFileSync(pathOf(b)))).toBe(false);
  });

  it('that were changed, exchanged or lost are refused in words, and the server goes on', async () => {
    const [one, two, third] = [await papers.add(pdf()), await papers.add(pdf()), await papers.add(pdf())];
    const [a, b, c] = [pathOf(await blobOf(one)), pathOf(await blobOf(two)), pathOf(await blobOf(third))];
    cpSync(a, `${a}.old`);
    cpSync(b, a);
    expect(await papers.file(one.current.id)).toMatchObject({ status: 503, code: 'paperUnreadable' });
    renameSync(`${a}.old`, a);
    expect((await papers.file(one.current.id)).status).toBe(200);
    const turned = readFileSync(b);
    turned.writeUInt8(turned.readUInt8(10) ^ 1, 10);
    writeFileSync(b, turned);
    expect(await papers.file(two.current.id, 'bytes=0-99')).toMatchObject({ status: 503, code: 'paperUnreadable' });
    expect((await papers.file(two.current.id, 'bytes=70000-70099')).status).toBe(206);
    turned.writeUInt8(turned.readUInt8(10) ^ 1, 10);
    writeFileSync(b, turned);
    renameSync(c, `${c}.gone`);
    expect(await papers.file(third.current.id)).toMatchObject({ status: 503, code: 'paperUnreadable' });
    renameSync(`${c}.gone`, c);
    expect(stage.log.some((line) => line.includes('cannot be opened'))).toBe(true);
  });

  it('break off in the middle rather than give one wrong byte', async () => {
    const bytes = pdf();
    const paper = await papers.add(bytes);
    const path = pathOf(await blobOf(paper));
    const turned = readFileSync(path);
    turned.writeUInt8(turned.readUInt8(turned.length - 1) ^ 1, turned.length - 1);
    writeFileSync(path, turned);
    await expect(papers.file(paper.current.id)).rejects.toThrow();
    expect((await papers.file(paper.current.id, 'bytes=0-99')).bytes.equals(bytes.subarray(0, 100))).toBe(true);
    turned.writeUInt8(turned.readUInt8(turned.length - 1) ^ 1, turned.length - 1);
    writeFileSync(path, turned);
  });
});

describe('the key of the papers', () => {
  it('when it is lost, is named at the start, and each paper is refused in words', async () => {
    const bytes = pdf();
    const paper = await papers.add(bytes);
    await stage.restart({}, () => renameSync(keyFile(), `${keyFile()}.away`));
    expect(stage.log.join('\n')).toMatch(/the key [0-9a-f]{16} is missing: \d+ files/);
    expect(await papers.file(paper.current.id)).toMatchObject({ status: 503, code: 'paperUnreadable' });
    await stage.restart({}, () => renameSync(`${keyFile()}.away`, keyFile()));
    expect((await papers.file(paper.current.id)).bytes.equals(bytes)).toBe(true);
  });

  it('is changed beside a running server without touching a file, and the old one can go', async () => {
    await allDrawn();
    const list = await rows<{ id: string; sha256: string }>('select id, sha256 from paper_version');
    const [files, oldKey] = [hashes(), readFileSync(keyFile(), 'utf8')];
    expect(await command('rotate-key')).toContain('no file was rewritten');
    expect(await command('rotate-key', '--drop-old')).toMatch(/1 older keys were removed/);
    const newKey = readFileSync(keyFile(), 'utf8');
    const lines = newKey.split('\n').filter((line) => line.endsWith('='));
    expect(lines).toHaveLength(1);
    expect(oldKey).not.toContain(lines[0]);
    expect(hashes()).toEqual(files);
    const all = async (): Promise<void> => {
      for (const { id, sha256 } of list) expect(createHash('sha256').update((await papers.file(id)).bytes).digest('hex')).toBe(sha256);
    };
    await all();
    await stage.restart({});
    await all();
    await papers.add(pdf());
    expect(await rows('select distinct key_id from paper_blob')).toHaveLength(1);
    expect(await rows(`select facts->>'keyId' as id from journal_entry where type = 'paper.keyChanged'`)).toContainEqual({ id: (await rows<{ id: string }>('select key_id as id from paper_blob'))[0]?.id });
  });

  it('finishes a change that was cut short before it starts another', async () => {
    await command('rotate-key');
    const [old, current] = readFileSync(keyFile(), 'utf8').split('\n').filter((line) => line.endsWith('=')).reverse();
    // As if the first run had ended after making the key: everything is still under the old one.
    writeFileSync(keyFile(), `${randomBytes(32).toString('base64')}\n${current}\n${old}\n`);
    expect(await command('rotate-key')).toContain('An earlier change of the key was finished');
    expect(readFileSync(keyFile(), 'utf8').split('\n').filter((line) => line.endsWith('='))).toHaveLength(3);
    const paper = await papers.add(pdf());
    expect((await papers.file(paper.current.id)).status).toBe(200);
  });

  it('may come from the environment alone', async () => {
    const keys = readFileSync(keyFile(), 'utf8').split('\n').filter((line) => line.endsWith('=')).join(',');
    await stage.restart({ ECABINET_PAPERS_KEY: keys }, () => renameSync(keyFile(), `${keyFile()}.away`));
    const paper = await papers.add(pdf());
    expect((await papers.file(paper.current.id)).status).toBe(200);
    expect(existsSync(keyFile())).toBe(false);
    await stage.restart({}, () => renameSync(`${keyFile()}.away`, keyFile()));
  });
});

describe('papers of an older installation', () => {
  it('are read as they lie, and sealed by one command, byte for byte', async () => {
    const bytes = pdf();
    const paper = await papers.add(bytes);
    await rows('update paper_version set blob_id = null, signature_facts = null where id = $1', [paper.current.id]);
    mkdirSync(dirname(pathOf(paper.current.sha256)), { recursive: true });
    writeFileSync(pathOf(paper.current.sha256), bytes);
    expect((await papers.file(paper.current.id)).bytes.equals(bytes)).toBe(true);
    const signatures = await papers.call('secretariat', `/paper-versions/${paper.current.id}/signatures`);
    expect(await signatures.json()).toEqual({ size: bytes.length, signatures: [] });
    expect(await command('encrypt')).toContain('1 papers were encrypted');
    expect(existsSync(pathOf(paper.current.sha256))).toBe(false);
    expect((await papers.file(paper.current.id)).bytes.equals(bytes)).toBe(true);
    expect(await command('encrypt')).toContain('0 papers were encrypted');
    expect(await rows(`select ids from journal_entry where type = 'paper.sealed'`)).toEqual([{ ids: { versionId: paper.current.id } }]);
  });
});

describe('files that nobody needs', () => {
  const sweep = (): Promise<unknown> => rows(`select graphile_worker.add_job('sweepPapers')`);

  it('of refused uploads and removed drafts go after a day, all others stay', async () => {
    const [kept, removed] = [await papers.add(pdf()), await papers.add(pdf())];
    const [keptBlob, removedBlob] = [await blobOf(kept), await blobOf(removed)];
    expect((await papers.call('secretariat', `/papers/${removed.id}`, { method: 'DELETE' })).status).toBe(204);
    const young = await papers.add(pdf());
    const youngBlob = await blobOf(young);
    await papers.call('secretariat', `/papers/${young.id}`, { method: 'DELETE' });
    await rows(`update paper_blob set unused_since = now() - interval '25 hours' where id = $1`, [removedBlob]);
    await sweep();
    await eventually(() => expect(existsSync(pathOf(removedBlob))).toBe(false));
    expect([existsSync(pathOf(keptBlob)), existsSync(pathOf(youngBlob))]).toEqual([true, true]);
    await eventually(async () => expect(await rows('select id from paper_blob where id = $1', [removedBlob])).toEqual([]));
  });

  it('cannot be one that a version names, even if somebody marks it so', async () => {
    const paper = await papers.add(pdf());
    const blob = await blobOf(paper);
    await expect(rows('delete from paper_blob where id = $1', [blob])).rejects.toThrow(/foreign key/);
    expect((await papers.file(paper.current.id)).status).toBe(200);
  });
});
