// A Postgres for tests: the one of TEST_DATABASE_URL, else the embedded one in a throw-away folder; with a template that each test file clones.
import pg from 'pg';

const TEMPLATE = 'ecabinet_template';

async function makeTemplate(url) {
  const { buildDataSource } = await import('../dist/server/database/data-source.js');
  const { migrate } = await import('../dist/server/database/migrate.js');
  const { ENTITIES } = await import('../dist/server/entities.js');
  const { createApp } = await import('../dist/server/app.js');
  const { loadEnvironment } = await import('../dist/server/config/environment.js');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE}`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const templateUrl = Object.assign(new URL(url), { pathname: `/${TEMPLATE}` }).href;
  const dataSource = buildDataSource(templateUrl, ENTITIES, 4);
  await dataSource.initialize();
  await migrate(dataSource, () => undefined);
  const app = await createApp(loadEnvironment({ DATABASE_URL: templateUrl, LOG_LEVEL: 'error' }), dataSource);
  await app.init();
  await app.close();
  if (dataSource.isInitialized) await dataSource.destroy();
}

export async function startTestDatabase(folder) {
  if (process.env.TEST_DATABASE_URL) {
    await makeTemplate(process.env.TEST_DATABASE_URL);
    return { url: process.env.TEST_DATABASE_URL, template: TEMPLATE, stop: async () => undefined };
  }
  const { startEmbeddedPostgres } = await import('../dist/server/database/embedded/start-embedded-postgres.js');
  const database = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  await makeTemplate(database.url);
  return { url: database.url, template: TEMPLATE, stop: () => database.stop() };
}
