import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from '../support/eventually.js';
import { TcpProxy } from './tcp-proxy.js';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const CLOCK = path.join(import.meta.dirname, 'clock.mjs');

/** One process of the product behind a proxy of its own; started again whenever it dies. */
export class AppNode {
  private child: ChildProcess | null = null;
  private port = 0;
  private isOver = false;
  readonly front = new TcpProxy(() => ({ host: '127.0.0.1', port: this.port }));
  /** What it wrote to its log. */
  readonly log: string[] = [];
  /** How it ended where nobody killed it, once it had begun to run. */
  readonly ownEnds: string[] = [];

  constructor(private readonly settings: Record<string, string>) {}

  /** Where clients find it: the proxy's address, which stays. */
  get url(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  async open(): Promise<void> {
    await this.front.open();
    await this.start();
  }

  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGUSR2'): void {
    this.child?.kill(signal);
  }

  /** Until it answers that it can work. */
  async ready(): Promise<void> {
    await eventually(async () => {
      const { status } = await fetch(`http://127.0.0.1:${this.port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      if (status !== 200) throw new Error(`health/ready: ${status}`);
    }, 60_000);
  }

  async close(): Promise<void> {
    this.isOver = true;
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await gone;
    }
    await this.front.close();
  }

  private async start(): Promise<void> {
    if (this.isOver) return;
    const child = spawn(process.execPath, ['--import', CLOCK, path.join(ROOT, 'dist', 'server', 'main.js')], {
      env: { PATH: process.env['PATH'], ECABINET_DEMO: 'true', ECABINET_POOL: '10', LOG_LEVEL: 'error', ...this.settings, PORT: String(this.port) }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.log.push(line));
    const lines = createInterface({ input: child.stdout });
    let runs = false;
    await new Promise<void>((done) => {
      lines.on('line', (line) => {
        const found = /runs at http:\/\/[^:]+:(\d+)/.exec(line)?.[1];
        if (line.startsWith('{')) this.log.push(line);
        if (found) {
          this.port = Number(found);
          runs = true;
          done();
        }
      });
      child.once('exit', (code, signal) => {
        done();
        if (runs && signal !== 'SIGKILL') this.ownEnds.push(`${signal ?? code}: ${this.log.slice(-12).join(' | ')}`);
        // A supervisor of the machine would do the same: wait a moment, start again.
        if (!this.isOver) setTimeout(() => void this.start(), 200);
      });
    });
  }
}
