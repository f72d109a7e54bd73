// Runs a command of the built server: node bin/run.mjs <file below dist/server> [arguments]
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { ensureBuilt, root } from './built.mjs';

ensureBuilt({ client: false });
const [file] = process.argv.splice(2, 1);
await import(pathToFileURL(path.join(root, 'dist/server', file)).href);
