import { verify } from 'node:crypto';
import { readCheckpoint } from '../../src/journal/domain/checkpoint.js';
import { goesOn } from '../../src/journal/domain/proof.js';
import { leafHash, nodeHash } from '../../src/journal/domain/tree.js';
import { Cabinet } from '../support/cabinet.js';
import { decide, type Decided } from '../support/decided.js';
import { eventually } from '../support/eventually.js';
import type { Person, Schema } from '../support/person.js';

interface Exported {
  scope: { kind: string };
  leaves: { seq: number; content?: string; hash?: string }[];
  proofs: { seq: number }[];
  openings: { seq: number; content: string }[];
  records: { motions: { id: string }[]; requests: { id: string; answers: unknown[] | null }[] };
}

describe('the journal as a log', () => {
  let cabinet: Cabinet;
  let done: Decided;
  let auditor: Person;

  beforeAll(async () => {
    cabinet = await Cabinet.open();
    auditor = await cabinet.person('kiem-tra');
    done = await decide(cabinet);
  });
  afterAll(() => cabinet.close());

  const checkpoint = async () => {
    const told = await auditor.get<Schema['CheckpointDto']>('/log/checkpoint');
    const [body = '', signature = ''] = (told.note ?? '').split('\n\n');
    const read = readCheckpoint(`${body}\n`);
    if (!read) throw new Error(`not a checkpoint: ${told.note ?? ''}`);
    return { ...told, ...read, body: `${body}\n`, signature: Buffer.from(signature.trim().split(' ').at(-1) ?? '', 'base64').subarray(4) };
  };

  it('has a signed checkpoint as soon as a vote is closed, by the key it names', async () => {
    const { vkey, body, signature, origin } = await checkpoint();
    const key = Buffer.from(vkey.split('+').slice(2).join('+'), 'base64').subarray(1);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    expect(verify(null, Buffer.from(body), { key: spki, format: 'der', type: 'spki' }, signature)).toBe(true);
    expect(body.split('\n')[0]).toBe(origin);
  });

  it('shows that it only ever grew', async () => {
    const before = await checkpoint();
    await cabinet.again('kiem-tra');
    await eventually(async () => expect((await newest()).seq).toBeGreaterThan(before.size));
    await auditor.get(`/journal/${(await newest()).seq}/proof`);
    const after = await checkpoint();
    expect(after.size).toBeGreaterThan(before.size);
    const { proof } = await auditor.get<Schema['ConsistencyDto']>(`/log/consistency?from=${before.size}&to=${after.size}`);
    const hashes = proof.map((hash) => Buffer.from(hash, 'base64'));
    expect(goesOn(before, after, hashes)).toBe(true);
    expect(goesOn({ ...before, root: leafHash('another history') }, after, hashes)).toBe(false);
    expect(await auditor.refused('GET', `/log/consistency?from=1&to=${after.size + 1000}`)).toBe('422 logRangeUnknown');
  });

  const newest = async (): Promise<Schema['JournalEntryDto']> => {
    const { entries } = await auditor.get<Schema['JournalPageDto']>('/journal?limit=1');
    const [entry] = entries;
    if (!entry) throw new Error('the journal is empty');
    return entry;
  };

  it('is read by an auditor: filtered, searched, page by page, without private content', async () => {
    const first = await auditor.get<Schema['JournalPageDto']>('/journal?kind=motion&limit=10');
    expect(first.entries).toHaveLength(10);
    expect(first.entries[0]).toMatchObject({ type: 'motion.published' });
    const next = await auditor.get<Schema['JournalPageDto']>(`/journal?kind=motion&limit=200&before=${first.next ?? 0}`);
    expect(next.entries.every(({ seq }) => seq < (first.entries.at(-1)?.seq ?? 0))).toBe(true);
    const found = await auditor.get<Schema['JournalPageDto']>(`/journal?q=${encodeURIComponent('Bộ Y tế')}&kind=motion`);
    expect(found.entries.map(({ actorName }) => actorName)).toEqual(expect.arrayContaining([expect.stringContaining('Y tế')]));
    expect((await auditor.get<Schema['JournalPageDto']>(`/journal?q=${done.motionId}&limit=200`)).entries.filter(({ type }) => type === 'motion.cast')).toHaveLength(25);
    expect(JSON.stringify(next)).not.toMatch(/Điều 5|agree"|otherOpinion"/);
  });

  it('proves each row', async () => {
    const { entries } = await auditor.get<Schema['JournalPageDto']>(`/journal?q=${done.motionId}&kind=motion&limit=3`);
    for (const { seq } of entries) {
      const proof = await auditor.get<Schema['EntryProofDto']>(`/journal/${seq}/proof`);
      let [node, last, hash] = [seq - 1, proof.size - 1, leafHash(proof.content)];
      for (const sibling of proof.path.map((text) => Buffer.from(text, 'base64'))) {
        if (node % 2 === 1 || node === last) {
          hash = nodeHash(sibling, hash);
          while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
        } else hash = nodeHash(hash, sibling);
        [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
      }
      expect(hash.toString('base64')).toBe(proof.root);
    }
  });

  it('exports the log with openings of decided matters only, and other bodies’ rows by their hash', async () => {
    const exported = await auditor.get<Exported>('/journal/export');
    expect(exported.leaves.map(({ seq }) => seq)).toEqual(exported.leaves.map((_, index) => index + 1));
    expect(exported.records.motions.map(({ id }) => id)).toContain(done.motionId);
    expect(exported.records.requests.map(({ id }) => id)).toContain(done.requestId);
    const other = await cabinet.rows<{ seq: number }>(`select l.seq::int as seq from journal_log l join journal_entry e on e.id = l.entry_id join body b on b.id = e.body_id where b.kind <> 'government' limit 1`);
    expect(exported.leaves[(other[0]?.seq ?? 0) - 1]).toEqual({ seq: other[0]?.seq, hash: expect.any(String) });
    expect(exported.openings.some(({ content }) => content.includes('Đề nghị bổ sung Điều 5'))).toBe(true);
  });

  it('gives the proof of one vote to its members, and to nobody else', async () => {
    const member = await cabinet.person('thong-doc');
    const exported = await member.get<Exported>(`/motions/${done.motionId}/export`);
    expect(exported.openings).toHaveLength(27);
    expect(exported.proofs).toHaveLength(exported.leaves.length);
    expect(await (await cabinet.person('ubnd-chu-tich')).refused('GET', `/motions/${done.motionId}/export`)).toBe('404 notFound');
    expect(await member.refused('GET', '/journal/export')).toBe('403 notAllowed');
    const request = await member.ask('GET', `/opinion-requests/${done.requestId}/export`);
    expect(request.status).toBe(404);
    expect((await (await cabinet.person('thu-ky')).get<Exported>(`/opinion-requests/${done.requestId}/export`)).records.requests[0]?.answers).not.toBeNull();
  });

  it.each(['journal_entry', 'journal_log', 'journal_private', 'journal_node', 'journal_checkpoint', 'journal_identity', 'journal_restoration'])('lets nobody change, delete or empty %s', async (table) => {
    await expect(cabinet.rows(`delete from ${table}`)).rejects.toThrow('append-only');
    await expect(cabinet.rows(`truncate ${table}`)).rejects.toThrow('append-only');
  });

  it('does not start with another key than the one it was signed with', async () => {
    await cabinet.end('SIGTERM');
    await expect(cabinet.startWith({ ECABINET_LOG_KEY_FILE: `/tmp/ecabinet-other-${process.pid}.key` })).rejects.toThrow('put back keys/log.key');
    await cabinet.start();
    await eventually(async () => expect((await fetch(`${cabinet.url}/health/ready`)).status).toBe(200));
  });
});
