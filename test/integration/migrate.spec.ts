import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { buildDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { MIGRATIONS } from '../../src/database/migrations/index.js';
import { ENTITIES } from '../../src/entities.js';

/** Makes a table, then fails: nothing of it may stay. */
class HalfDone1999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table half_done (id int)');
    await runner.query('select no_such_function()');
  }

  async down(): Promise<void> {
    await Promise.resolve();
  }
}

describe('migrations at start', () => {
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  const name = `migrate_${randomUUID().replaceAll('-', '')}`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const opened: DataSource[] = [];

  const asAdmin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  const open = async (): Promise<DataSource> => {
    const dataSource = await buildDataSource(url, ENTITIES, { poolSize: 4 }).initialize();
    opened.push(dataSource);
    return dataSource;
  };

  beforeAll(() => asAdmin(`create database ${name}`));
  afterAll(async () => {
    for (const dataSource of opened) await dataSource.destroy();
    await asAdmin(`drop database if exists ${name} with (force)`);
  });

  it('are run once when several nodes start at the same moment', async () => {
    const nodes = await Promise.all([open(), open(), open()]);
    const said: string[] = [];
    await Promise.all(nodes.map((node) => migrate(node, (line) => said.push(line))));
    expect(said).toEqual([`database: ${MIGRATIONS.length} migrations run`]);
    const [{ n } = { n: 0 }] = (await nodes[0]?.query('select count(*)::int as n from migrations')) as { n: number }[];
    expect(n).toBe(MIGRATIONS.length);
  });

  it('leave the database as it was when one fails, and say so', async () => {
    const dataSource = buildDataSource(url, ENTITIES, { poolSize: 4 }).setOptions({ migrations: [...MIGRATIONS, HalfDone1999999999999] });
    await dataSource.initialize();
    opened.push(dataSource);
    await expect(migrate(dataSource, () => undefined)).rejects.toThrow(/was undone; the database is as it was before it: .*no_such_function/);
    const [found] = (await dataSource.query(`select to_regclass('half_done') as half, (select count(*)::int from migrations) as n`)) as { half: string | null; n: number }[];
    expect(found).toEqual({ half: null, n: MIGRATIONS.length });
  });
});
