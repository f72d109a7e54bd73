import { createApp } from '../../app.js';
import { loadEnvironment } from '../../config/environment.js';
import { startEmbeddedPostgres } from '../../database/embedded/start-embedded-postgres.js';
import { Transactor } from '../../database/transactor.js';
import { openDatabase } from '../../open-database.js';
import { SetupLinksService } from '../sign-in/setup-links.service.js';
import { waysIn } from '../ways-in.js';

/**
 * `npm run recover -- <username>`: who holds the server's console gives a person a way back in when no second administrator is
 * there. It is in the journal like every recovery, without an actor.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const username = process.argv[2] ?? '';
const environment = loadEnvironment(process.env);
const embedded = environment.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: environment.ECABINET_DATA_DIR, log: say });
if (embedded) environment.ECABINET_DATA_DIR = embedded.dataDir;
const dataSource = await openDatabase(environment.DATABASE_URL ?? embedded?.url ?? '', 4, say);
const app = await createApp(environment, dataSource);
await app.init();
const link = await app.get(Transactor).run(async (tx) => {
  const [account] = await tx.query<{ id: string }>('select id from account where lower(username) = lower($1) and not disabled', [username]);
  if (!account) return null;
  const { password, passkeys, oidc } = await waysIn(tx, account.id);
  return app.get(SetupLinksService).make(tx, account.id, { kind: password || passkeys > 0 || oidc ? 'recovery' : 'invitation', actorId: null });
});
await app.close();
if (dataSource.isInitialized) await dataSource.destroy();
await embedded?.stop();
const origin = environment.ECABINET_ORIGINS?.split(',')[0] ?? `http://${environment.HOST}:${environment.PORT}`;
say(link === null ? `There is no open account "${username}". Nothing was changed.` : `Give this one-time link to ${username}; it is good for 72 hours:\n${origin}${link}`);
process.exitCode = link === null ? 1 : 0;
