// Tries everything a parser must not be able to do, from inside its sandbox, and says what came of it. Copied beside give-up-rights.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { giveUpRights } from './give-up-rights.mjs';

const [, uid, gid] = process.argv.slice(2).map(Number);
await giveUpRights(uid, gid);
const net = await import('node:net');
const child = await import('node:child_process');
const dns = await import('node:dns');

const attempts = {
  'write a file': () => writeFileSync('/tmp/ecabinet-probe', 'x'),
  'read a file': () => readFileSync('/etc/passwd'),
  'read the environment of the server': () => readFileSync(`/proc/${process.ppid}/environ`),
  'start a program': () => child.spawnSync('/bin/true').error ?? { code: 'started' },
  'open a socket': () => net.connect(80, '127.0.0.1'),
  'open a socket by its class': () => new net.Socket().connect(80, '127.0.0.1'),
  'listen': () => net.createServer(),
  'ask for a name': () => dns.promises.lookup('example.org'),
  'fetch': () => fetch('http://127.0.0.1:1'),
  'run text': () => new Function('return 1')(),
  'reach the inside of Node': () => process.binding('tcp_wrap'),
  'be root again': () => process.setuid(0),
  'load native code': () => process.dlopen({ exports: {} }, '/nowhere.node'),
};
const outcome = {};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    const result = await attempt();
    outcome[name] = result?.code ?? 'done';
  } catch (error) {
    outcome[name] = error.code ?? error.name;
  }
}
const secrets = Object.keys(process.env).filter((name) => !['PATH', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'].includes(name));
process.send({ outcome, secrets, uid: process.getuid?.() });
