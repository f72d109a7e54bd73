import { createApp } from '../../app.js';
import { loadEnvironment } from '../../config/environment.js';
import { openDatabase } from '../../open-database.js';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { seed } from './seed.js';

/** `npm run seed`: puts the demo data into an empty database. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const environment = loadEnvironment({ ...process.env, ECABINET_DEMO: 'true' });
const embedded = environment.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: environment.ECABINET_DATA_DIR, log: say });
if (embedded) environment.ECABINET_DATA_DIR = embedded.dataDir;
const dataSource = await openDatabase(environment.DATABASE_URL ?? embedded?.url ?? '', environment.ECABINET_POOL, say);
const app = await createApp(environment, dataSource);
await app.init();
await seed(app, say);
await app.close();
if (dataSource.isInitialized) await dataSource.destroy();
await embedded?.stop();
say('The demo data is there.');
