import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Council, makeCouncil } from '../support/council.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { AppNode } from './app-node.js';
import type { Field } from './nemeses.js';
import { TcpProxy } from './tcp-proxy.js';

const VOTERS = 420;

/** Two processes of the product on one database, proxies everywhere, and a body of many voters. */
export interface Stage {
  field: Field;
  council: Council;
  /** Asks the database past the proxy; waits while it starts again. */
  rows<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** The same person at one of the two processes. */
  at(person: Person, node: 0 | 1): Person;
  ready(): Promise<void>;
  close(): Promise<void>;
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(sql);
  await client.end();
}

export async function openStage(): Promise<Stage> {
  const { TEST_DATABASE_URL: server, TEST_DEMO_TEMPLATE: template, TEST_DEMO_PAPERS: papers, TEST_CLUSTER: cluster, TEST_DISK: disk } = process.env;
  if (!server || !template || !papers) throw new Error('Run these by "npm run test:faults".');
  const name = `faults_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${name} template ${template}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'ecabinet-faults-'));
  cpSync(papers, folder, { recursive: true });
  const address = new URL(server);
  const database = new TcpProxy(() => ({ host: address.hostname, port: Number(address.port || 5432) }));
  await database.open();
  const direct = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const through = Object.assign(new URL(direct), { hostname: '127.0.0.1', port: String(database.port) }).href;
  const nodes = [new AppNode({ DATABASE_URL: through, ECABINET_DATA_DIR: folder }), new AppNode({ DATABASE_URL: through, ECABINET_DATA_DIR: folder })] as const;
  for (const node of nodes) await node.open();
  const rows = rowsOf(direct);
  const people = new Map<string, Promise<Person>>();
  const person = (username: string): Promise<Person> => {
    const known = people.get(username) ?? Person.signIn({ url: nodes[0].url }, username);
    people.set(username, known);
    return known;
  };
  const council = await makeCouncil({ rows, person, url: nodes[0].url }, VOTERS);
  return {
    field: { nodes, database, cluster: cluster ?? null, disk: disk || null }, council, rows,
    at: (one, node) => Person.known({ url: nodes[node].url }, one.cookie),
    ready: async () => { for (const node of nodes) await node.ready(); },
    close: async () => {
      for (const node of nodes) await node.close();
      await database.close();
      await eventually(() => asAdmin(server, `drop database if exists ${name} with (force)`), 30_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A connection for each question: none outlives a fault. */
function rowsOf(url: string): Stage['rows'] {
  return <Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> => eventually(async () => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row & pg.QueryResultRow>(sql, parameters)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }, 60_000);
}
