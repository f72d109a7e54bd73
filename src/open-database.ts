import { runMigrations } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import { appRoleOf } from './database/app-role.js';
import { buildDataSource } from './database/data-source.js';
import { hearOf, mainPool } from './database/main-pool.js';
import { migrate } from './database/migrate.js';
import { ENTITIES } from './entities.js';

/** The database as the program uses it: migrated, open, and bound by rights on rows. @throws MigrationFailed */
export async function openDatabase(url: string, poolSize: number, log: (line: string) => void): Promise<DataSource> {
  const first = await buildDataSource(url, ENTITIES, { poolSize }).initialize();
  let role: string | null = null;
  await migrate(first, log, async () => {
    await runMigrations({ pgPool: hearOf(mainPool(first)) });
    role = await appRoleOf(first);
  });
  if (role === null) return first;
  await first.destroy();
  return buildDataSource(url, ENTITIES, { poolSize, role }).initialize();
}
