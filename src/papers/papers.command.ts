import { createApp } from '../app.js';
import { loadEnvironment } from '../config/environment.js';
import { startEmbeddedPostgres } from '../database/embedded/start-embedded-postgres.js';
import { openDatabase } from '../open-database.js';
import { KeyRotation } from '../storage/key-rotation.js';
import { OldPapersService } from './old-papers.service.js';

/** `npm run papers:rotate-key [-- --drop-old]` and `npm run papers:encrypt`. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const [act, option] = process.argv.slice(2);

async function rotateKey(rotation: KeyRotation): Promise<void> {
  const { keyId, resumed, rewrapped, lost } = await rotation.rotate(option !== '--drop-old');
  say(`${resumed ? 'An earlier change of the key was finished. ' : ''}${rewrapped} keys of papers are now wrapped by the key ${keyId}; no file was rewritten.`);
  if (lost > 0) say(`${lost} papers are wrapped by a key that is not here; they stay unreadable until it is put back and this is run again.`);
  if (option !== '--drop-old') return say('Older keys are still accepted. Remove them with: npm run papers:rotate-key -- --drop-old (keys in a file), or from ECABINET_PAPERS_KEY.');
  const dropped = await rotation.dropOld();
  say(dropped === null ? 'Older keys were kept: they are not in a file, or one is still needed.' : `${dropped} older keys were removed from the file.`);
}

const environment = loadEnvironment(process.env);
const embedded = environment.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: environment.ECABINET_DATA_DIR, log: say });
if (embedded) environment.ECABINET_DATA_DIR = embedded.dataDir;
const dataSource = await openDatabase(environment.DATABASE_URL ?? embedded?.url ?? '', 4, say);
const app = await createApp(environment, dataSource);
if (act === 'rotate-key') await rotateKey(app.get(KeyRotation, { strict: false }));
else say(`${await app.get(OldPapersService, { strict: false }).seal()} papers were encrypted.`);
await app.close();
if (dataSource.isInitialized) await dataSource.destroy();
await embedded?.stop();
process.exit(0);
