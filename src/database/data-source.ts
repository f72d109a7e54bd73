import { DataSource, type MixedList } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';
import { SnakeNaming } from './naming.js';

type EntityClass = new () => object;

/** The one connection to Postgres. Not yet open: call `initialize()`. */
export function buildDataSource(url: string, entities: MixedList<EntityClass>, { poolSize = 20, role }: { poolSize?: number; role?: string } = {}): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    applicationName: 'e-cabinet',
    extra: { idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000, keepAlive: true, ...(role === undefined ? {} : { options: `-c role=${role}` }) },
  });
}
