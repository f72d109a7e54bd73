import { Logger } from '@nestjs/common';
import { LostJobs } from '../../src/jobs/lost-jobs.js';
import { Cabinet } from '../support/cabinet.js';
import { onCable } from '../support/database-cable.js';
import { eventually } from '../support/eventually.js';
import { slowJob } from '../support/slow-job.js';

/** A job for later of a request that is not there: it does nothing, and is gone when it has run. */
const ADD_SQL = `select id::text from graphile_worker.add_job('closeOpinionRequest', payload := json_build_object('requestId', gen_random_uuid()), run_at := now() + interval '1 day')`;
const TAKE_SQL = `update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - interval '2 minutes', run_at = now() where id = $1`;

describe('jobs of workers that are gone', () => {
  let cabinet: Cabinet;
  beforeAll(async () => {
    cabinet = await Cabinet.open();
  });
  afterAll(() => cabinet.close());

  async function takenBy(worker: string): Promise<string> {
    const [job] = await cabinet.rows<{ id: string }>(ADD_SQL);
    await cabinet.rows(TAKE_SQL, [job?.id, worker]);
    return job?.id ?? '';
  }
  const isThere = async (id: string): Promise<boolean> => (await cabinet.rows('select 1 from graphile_worker._private_jobs where id = $1', [id])).length > 0;
  const workers = () => cabinet.rows<{ n: number }>(`select count(*)::int as n from pg_locks where locktype = 'advisory' and classid = 7225036 and objsubid = 2 and database = (select oid from pg_database where datname = current_database())`);

  it('go on when the program starts again, not four hours later; the workers of each node are known by their lock', async () => {
    const lost = await takenBy('worker-of-a-process-that-was-killed');
    expect(await isThere(lost)).toBe(true);
    await cabinet.end('SIGKILL');
    await cabinet.start();
    await eventually(async () => expect(await isThere(lost)).toBe(false));
    await eventually(async () => expect((await workers())[0]?.n).toBe(1));
    expect(cabinet.log).toEqual([]);
  });

  it('are left alone while another node holds the lock of their worker', async () => {
    const client = await cabinet.pool.connect();
    await client.query(`select pg_advisory_lock(7225036, hashtext('worker-of-another-node'))`);
    const [kept, lost] = [await takenBy('worker-of-another-node'), await takenBy('worker-of-nobody')];
    await cabinet.end('SIGTERM');
    await cabinet.start();
    await eventually(async () => expect(await isThere(lost)).toBe(false));
    expect(await isThere(kept)).toBe(true);
    client.release(true);
  });

  it('are left alone, however long they take, while the workers that took them are there', async () => {
    const slow = await slowJob(cabinet);
    const workers = await slow.takenBy();
    await cabinet.rows(`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes' where id = $1`, [slow.id]);
    const other = new LostJobs(cabinet.pool, new Logger());
    other.hold('workers-of-another-node');
    await other.stop();
    // Freed, it would be taken anew by the same workers: by another hour.
    expect(await cabinet.rows(`select locked_by as by from graphile_worker._private_jobs where id = $1 and locked_at < now() - interval '1 minute'`, [slow.id])).toEqual([{ by: workers }]);
    await slow.letGo();
    await eventually(async () => expect(await isThere(slow.id)).toBe(false));
  });

  it('go on after the database was away at the moment one ended, in the same process and at once', async () => {
    const cable = await onCable(cabinet);
    const slow = await slowJob(cabinet);
    try {
      await slow.takenBy();
      cable.pull();
      await eventually(() => expect(cabinet.log).toContainEqual(expect.stringContaining('jobs ended by themselves')));
      cable.plug();
    } finally {
      await slow.letGo();
    }
    await eventually(async () => expect(await isThere(slow.id)).toBe(false));
    expect((await fetch(`${cabinet.url}/health/ready`)).status).toBe(200);
    await cabinet.end('SIGTERM');
    await cable.close();
  });
});
