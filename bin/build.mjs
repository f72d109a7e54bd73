// npm run build: dist/server and dist/client, as far as they are older than their sources.
import { ensureBuilt } from './built.mjs';

ensureBuilt();
