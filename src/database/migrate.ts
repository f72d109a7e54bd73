import type { DataSource } from 'typeorm';

const MIGRATION_LOCK = 7_225_001;

/** A migration failed; the database is as it was before it. */
export class MigrationFailed extends Error {}

/**
 * Runs what is missing, each migration in a transaction of its own, under a lock so that several nodes may start at once.
 * `afterwards` runs under the same lock.
 * Throws `MigrationFailed` naming the one that failed; what it did is undone.
 */
export async function migrate(dataSource: DataSource, log: (line: string) => void, afterwards?: () => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    if (done.length > 0) log(`database: ${done.length} migration${done.length === 1 ? '' : 's'} run`);
    await afterwards?.();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationFailed(`A migration failed and was undone; the database is as it was before it: ${reason}`, { cause: error });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
  }
}
