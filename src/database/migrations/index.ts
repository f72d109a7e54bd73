import { FirstTables1790000000001 } from './0001-first-tables.js';
import { RightsAndAppendOnly1790000000002 } from './0002-rights-and-append-only.js';
import { SessionsAndAgenda1790000000003 } from './0003-sessions-and-agenda.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [FirstTables1790000000001, RightsAndAppendOnly1790000000002, SessionsAndAgenda1790000000003];
