#!/usr/bin/env node
// npx ecabinet verify <file>: checks an export offline. Builds the program first where that has not been done.
import { ensureBuilt } from './built.mjs';

ensureBuilt({ client: false, tell: process.stderr });
const { run } = await import('../dist/server/verifier/verify.command.js');
process.exitCode = run(process.argv.slice(2), process.env);
