import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { appRoleOf } from './database/app-role.js';
import { buildDataSource } from './database/data-source.js';
import { migrate } from './database/migrate.js';
import { ENTITIES } from './entities.js';

/** The queue asks that somebody listens for connections that end while nobody uses them; the next use makes a new one. */
function heard(pool: Pool): Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** The database as the program uses it: migrated, open, and bound by rights on rows. @throws MigrationFailed */
export async function openDatabase(url: string, poolSize: number, log: (line: string) => void): Promise<DataSource> {
  const first = await buildDataSource(url, ENTITIES, { poolSize }).initialize();
  let role: string | null = null;
  await migrate(first, log, async () => {
    await runMigrations({ pgPool: heard((first.driver as unknown as { master: Pool }).master) });
    role = await appRoleOf(first);
  });
  if (role === null) return first;
  await first.destroy();
  return buildDataSource(url, ENTITIES, { poolSize, role }).initialize();
}
