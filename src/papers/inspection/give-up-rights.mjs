// What the parsing process does before it sees the first file. Its start flags deny files and child processes (Node's permission model)
// and code made from strings; here go the network, where the system could not take it away, and the rights of root.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const denied = () => {
  throw Object.assign(new Error('not in this process'), { code: 'ERR_ACCESS_DENIED' });
};

/** @param uid an account without rights, or NaN when this process has none already */
export async function giveUpRights(uid, gid) {
  for (const [owner, names] of [
    [net, ['connect', 'createConnection', 'createServer']], [net.Socket.prototype, ['connect']], [net.Server.prototype, ['listen']],
    [dgram, ['createSocket']], [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']], [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  ]) for (const name of names) Object.defineProperty(owner, name, { value: denied, writable: false, configurable: false });
  Object.defineProperty(globalThis, 'fetch', { value: denied, writable: false, configurable: false });
  Object.defineProperty(globalThis, 'WebSocket', { value: denied, writable: false, configurable: false });
  syncBuiltinESMExports();
  if (Number.isNaN(uid)) return;
  process.setgroups([gid]);
  process.setgid(gid);
  process.setuid(uid);
}
