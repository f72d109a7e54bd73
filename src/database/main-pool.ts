import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections of a data source, for statements that need one itself. */
export function mainPool(dataSource: DataSource): Pool {
  // TypeORM keeps it there and does not say so.
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/**
 * Listens for connections that end by themselves, also those that were made before: who uses one hears of it there, and the next use makes another. Where nobody listens,
 * Node ends the whole program.
 *
 * @param tell told once of each
 */
export function hearOf(pool: Pool, tell: (error: Error) => void = () => undefined): Pool {
  const known = new WeakSet<PoolClient>();
  const listen = (client: PoolClient): void => {
    if (!known.has(client)) client.on('error', tell);
    known.add(client);
  };
  pool.on('error', () => undefined);
  pool.on('connect', listen);
  pool.on('acquire', listen);
  return pool;
}
