import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom the running code asks the database: `system` where no person asked (jobs, start, commands). */
const acting = new AsyncLocalStorage<string>();

const NOBODY = '';
export const SYSTEM = 'system';

/** Runs what a person asked for: rows are those the person may see. `null`: somebody who is not signed in, for whom there are none. */
export function actingFor<T>(accountId: string | null, work: () => T): T {
  return acting.run(accountId ?? NOBODY, work);
}

/** The value of `app.actor` for a transaction of the running code. */
export function actorNow(): string {
  return acting.getStore() ?? SYSTEM;
}
