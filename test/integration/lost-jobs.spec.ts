import { Cabinet } from '../support/cabinet.js';
import { eventually } from '../support/eventually.js';

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

  it('go on when the program starts again, not four hours later; the workers that are there are known by their locks', async () => {
    const lost = await takenBy('worker-of-a-process-that-was-killed');
    expect(await isThere(lost)).toBe(true);
    await cabinet.end('SIGKILL');
    await cabinet.start();
    await eventually(async () => expect(await isThere(lost)).toBe(false));
    await eventually(async () => expect((await workers())[0]?.n).toBe(2));
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
});
