// Server and client with reload: the server is built and restarted on change, the client is served by Vite at http://localhost:5173.
import { spawn } from 'node:child_process';
import { ensureBuilt, root } from './built.mjs';

ensureBuilt({ client: false });
const parts = [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch'],
  ['--watch', '--watch-preserve-output', 'dist/server/main.js'],
  ['node_modules/vite/bin/vite.js', 'client'],
].map((words) => spawn(process.execPath, words, { cwd: root, stdio: 'inherit' }));
const stop = () => parts.forEach((part) => part.kill('SIGTERM'));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
parts.forEach((part) => part.on('exit', stop));
