import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { Environment, EnvironmentInvalid, loadEnvironment } from './config/environment.js';
import { startEmbeddedPostgres } from './database/embedded/start-embedded-postgres.js';
import { codeOf } from './database/transactor.js';
import { MigrationFailed } from './database/migrate.js';
import { KeysInvalid } from './storage/paper-keys.js';
import { FIRST_ADMINISTRATOR, FirstAdministratorService } from './identity/administration/first-administrator.service.js';
import { openDatabase } from './open-database.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Settings, database, migrations, demo data, server: in this order; stops with a readable reason. */
export async function start(): Promise<NestFastifyApplication> {
  try {
    return await startOrThrow(loadEnvironment(process.env));
  } catch (error) {
    const expected = error instanceof EnvironmentInvalid || error instanceof MigrationFailed || error instanceof KeysInvalid;
    process.stderr.write(`e-Cabinet did not start. ${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
    process.exit(1);
  }
}

async function startOrThrow(environment: Environment): Promise<NestFastifyApplication> {
  const embedded = environment.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: environment.ECABINET_DATA_DIR, log: say });
  if (embedded) environment.ECABINET_DATA_DIR = embedded.dataDir;
  const dataSource = await openDatabase(environment.DATABASE_URL ?? embedded?.url ?? '', environment.ECABINET_POOL, say);
  const app = await createApp(environment, dataSource);
  await app.init();
  if (environment.demo) await seedDemo(app);
  await listen(app, environment);
  const url = await app.getUrl();
  const invitation = environment.demo ? null : await app.get(FirstAdministratorService).invite();
  if (invitation) say(`First administrator: user name ${FIRST_ADMINISTRATOR}; choose the password within 72 hours at ${url}${invitation}`);
  say(`e-Cabinet runs at ${url}`);
  if (/^http:\/\/127\.0\.0\.1/.test(url)) say(`Passkeys need a name: to try them open ${url.replace('127.0.0.1', 'localhost')}`);
  if (environment.demo) say('Demo: choose a person by office on the sign-in page; no password is asked.');
  stopOnSignal(app, async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.stop();
  });
  return app;
}

/** The demo brings a typesetter: it is loaded only where there is one. */
async function seedDemo(app: NestFastifyApplication): Promise<void> {
  const { seed } = await import('./database/seed/seed.js');
  await seed(app, say);
}

/** Another program may have the port: say so, and what to do. */
async function listen(app: NestFastifyApplication, environment: Environment): Promise<void> {
  try {
    await app.listen(environment.PORT, environment.HOST);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw new EnvironmentInvalid([`PORT=${environment.PORT}: another program uses this port; set PORT to a free one, for example PORT=${environment.PORT + 1} npm start`]);
  }
}

/** First signal: no new requests, those running end, sockets close, the database stops. A second one stops at once. */
function stopOnSignal(app: NestFastifyApplication, afterwards: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    say('e-Cabinet stops …');
    await app.close();
    await afterwards();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
