// Builds what is out of date, so that `npm start` on a clean clone needs no other command and a second start builds nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

function stampOf(folders) {
  const hash = createHash('sha256');
  const walk = (entry) => {
    const stat = statSync(entry);
    if (stat.isDirectory()) for (const name of readdirSync(entry).sort()) walk(path.join(entry, name));
    else hash.update(`${path.relative(root, entry)} ${stat.size} ${Math.floor(stat.mtimeMs)}\n`);
  };
  for (const folder of folders) walk(path.join(root, folder));
  return hash.digest('hex');
}

function buildPart({ name, inputs, result, command, tell }) {
  const stampFile = path.join(root, 'dist', `${name}.stamp`);
  const stamp = stampOf(inputs);
  if (existsSync(path.join(root, result)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  tell.write(`Building the ${name} …\n`);
  const done = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout}${done.stderr}\nThe ${name} could not be built.\n`);
    process.exit(1);
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Makes dist/server and, if wanted, dist/client fit the sources. `tell`: where it says so. */
export function ensureBuilt({ client = true, tell = process.stdout } = {}) {
  buildPart({ name: 'server', inputs: ['src', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'], result: 'dist/server/main.js', command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'], tell });
  if (client) buildPart({ name: 'client', inputs: ['client', 'src/contract', 'package-lock.json'], result: 'dist/client/index.html', command: ['node_modules/vite/bin/vite.js', 'build', 'client', '--logLevel', 'warn'], tell });
}
