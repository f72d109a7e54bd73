import { TcpProxy } from '../faults/tcp-proxy.js';
import type { Cabinet } from './cabinet.js';

/** What stands between a cabinet and its database. */
export interface DatabaseCable {
  /** The database is away: connections are cut, and new ones refused. */
  pull(): void;
  plug(): void;
  close(): Promise<void>;
}

/** Starts a cabinet anew, with a cable to its database that can be pulled. */
export async function onCable(cabinet: Cabinet): Promise<DatabaseCable> {
  const { hostname, port } = new URL(cabinet.databaseUrl);
  let isAway = false;
  // Nothing listens on the port of "discard".
  const proxy = new TcpProxy(() => ({ host: hostname, port: isAway ? 9 : Number(port) }));
  await proxy.open();
  await cabinet.end('SIGTERM');
  await cabinet.startWith({ DATABASE_URL: Object.assign(new URL(cabinet.databaseUrl), { port: String(proxy.port) }).href });
  return {
    pull: () => {
      isAway = true;
      proxy.cut();
    },
    plug: () => {
      isAway = false;
    },
    close: () => proxy.close(),
  };
}
