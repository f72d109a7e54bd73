import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';

/**
 * Waits until the pipe from Node closes, which it does however Node ends, also by `kill -9`. Then stops the postmaster, unless
 * the pid file says that number is no longer the postmaster's. A shell, not Node: it stays small.
 */
const SCRIPT = `
while read -r line; do :; done
pid=$1; file=$2
ours() { [ "$(head -n 1 "$file" 2>/dev/null)" = "$pid" ] && kill -0 "$pid" 2>/dev/null; }
ours && kill -INT "$pid"
n=0
while ours && [ $n -lt 20 ]; do sleep 1; n=$((n+1)); done
ours && kill -QUIT "$pid"
`;

/**
 * Starts the watchdog for one postmaster.
 *
 * @param pid the postmaster
 * @returns ends the watchdog without touching the postmaster
 */
export function startWatchdog(pid: number, cluster: string): () => void {
  if (process.platform === 'win32') return () => undefined;
  const options = ['-c', SCRIPT, 'e-cabinet-watchdog', String(pid), join(cluster, 'postmaster.pid')];
  // detached: Ctrl-C reaches the whole process group, and the watchdog must outlive Node.
  const child = spawn('/bin/sh', options, { detached: true, cwd: '/', env: { PATH: process.env['PATH'] }, stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  return () => {
    child.kill('SIGKILL');
  };
}
