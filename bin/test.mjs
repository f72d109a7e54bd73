// node bin/test.mjs [unit|integration|e2e|faults …] [jest arguments]: builds what is old, starts a throw-away Postgres, brings a browser, runs Jest.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureBuilt, root } from './built.mjs';

const PROJECTS = ['unit', 'integration', 'e2e'];
const words = process.argv.slice(2);
const EXTRA = ['faults'];
const chosen = [...PROJECTS, ...EXTRA].filter((name) => words.includes(name));
const projects = chosen.length > 0 ? chosen : PROJECTS;
const rest = words.filter((word) => !PROJECTS.includes(word) && !EXTRA.includes(word));
const needsDatabase = projects.some((name) => name !== 'unit');
const needsBrowser = projects.includes('e2e');

ensureBuilt({ client: needsBrowser || projects.includes('integration') });
const environment = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings=ExperimentalWarning`.trim() };
if (needsBrowser) environment.CHROMIUM_PATH = findBrowser();

let stop = async () => undefined;
if (needsDatabase) {
  const { startTestDatabase } = await import('./test-database.mjs');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ecabinet-test-'));
  // Only a disk of its own may be filled: mounting one needs root.
  const isDisk = projects.includes('faults') && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1500m,mode=777', 'tmpfs', folder], { stdio: 'ignore' }).status === 0;
  chmodSync(folder, 0o777);
  Object.assign(environment, { TEST_CLUSTER: path.join(folder, 'postgres', 'cluster'), TEST_DISK: isDisk ? folder : '' });
  const database = await startTestDatabase(folder);
  Object.assign(environment, database.settings);
  stop = async () => {
    await database.stop();
    if (isDisk) spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  };
}
const jest = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects', ...projects, ...(needsDatabase ? ['--maxWorkers=2'] : []), ...rest], { cwd: root, env: environment, stdio: 'inherit' });
const code = await new Promise((resolve) => jest.on('exit', (status) => resolve(status ?? 1)));
await stop();
process.exit(code);
