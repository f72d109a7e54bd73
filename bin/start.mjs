import { ensureBuilt } from './built.mjs';

ensureBuilt();
await import('../dist/server/main.js');
