// The embedded database of a bench, what is in it, and the server on it. Everything is in a throw-away folder.
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { root } from '../bin/built.mjs';
import { parentOf, startProgram } from './machine.mjs';

const SECRET = 'floor';

/** The floor's session: a name and its signature. */
const signed = (name) => `${name}.${createHmac('sha256', SECRET).update(name).digest('base64url')}`;

export async function openStage() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ecabinet-bench-'));
  chmodSync(folder, 0o777);
  const { startEmbeddedPostgres } = await import('../dist/server/database/embedded/start-embedded-postgres.js');
  const { buildDataSource } = await import('../dist/server/database/data-source.js');
  const { migrate } = await import('../dist/server/database/migrate.js');
  const { ENTITIES } = await import('../dist/server/entities.js');
  const database = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), log: () => undefined });
  const dataSource = buildDataSource(database.url, ENTITIES);
  await dataSource.initialize();
  await migrate(dataSource, () => undefined);
  await dataSource.destroy();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  const query = async (sql, values) => (await client.query(sql, values)).rows;
  const postmaster = parentOf((await query('select pg_backend_pid() as pid'))[0].pid);
  const dataDir = path.join(folder, 'papers');
  mkdirSync(dataDir);
  const floor = (name, environment = {}) => startProgram(path.join(root, 'bench/floors', `${name}.mjs`), { DATABASE_URL: database.url, SECRET, ...environment });
  const server = (environment = {}) => startProgram(path.join(root, 'dist/server/main.js'), {
    DATABASE_URL: database.url, ECABINET_DATA_DIR: dataDir, ECABINET_DEMO: 'false', LOG_LEVEL: 'error', PORT: '0', ...environment,
  });
  const close = async () => {
    await client.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // The first start puts in what ships with the product: rule sets and the calendar.
  await (await server()).stop();
  return { url: database.url, query, postmaster, floor, server, close, dataDir, folder };
}

/** A body with so many members, signed in, and a session that runs. `people`: their ids and cookies, ours and the floor's. */
export async function makeCabinet(stage, count) {
  const { query } = stage;
  const [{ id: ruleSetId }] = await query(`select id from rule_set where key = 'government-138-2016'`);
  const [{ id: bodyId }] = await query(`insert into body (name, name_en, short_name, kind, rule_set_id) values ('Bench', 'Bench', 'B', 'government', $1) returning id`, [ruleSetId]);
  const people = Array.from({ length: count }, () => {
    const token = randomBytes(32).toString('base64url');
    const [accountId, memberId] = [randomUUID(), randomUUID()];
    return { accountId, seatId: randomUUID(), memberId, hash: createHash('sha256').update(token).digest('hex'), cookie: `ecabinet=${token}`, floorCookie: `session=${signed(memberId)}` };
  });
  const columns = [people.map((one) => one.accountId), people.map((one) => one.seatId), people.map((one) => one.memberId), people.map((one) => one.hash)];
  const rows = `unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) with ordinality as w(account_id, seat_id, member_id, hash, n)`;
  const prefix = bodyId.slice(0, 8);
  await query(`insert into account (id, username, name) select account_id, $5 || n, 'Person ' || n from ${rows}`, [...columns, `${prefix}-`]);
  await query(`insert into seat (id, body_id, number, title, is_chair) select seat_id, $5, n, 'Seat ' || n, n = 1 from ${rows}`, [...columns, bodyId]);
  await query(`insert into member (id, body_id, seat_id, account_id, name, from_date) select member_id, $5, seat_id, account_id, 'Person ' || n, '2016-04-01' from ${rows}`, [...columns, bodyId]);
  await query(`insert into account_session (token_hash, account_id, expires_at, user_agent) select decode(hash, 'hex'), account_id, now() + interval '10 hours', 'bench' from ${rows}`, columns);
  const sessionId = await makeSession(stage, { bodyId, ruleSetId });
  await query(`insert into attendance (session_id, member_id, state, mode, checked_in_at) select $5, member_id, 'checkedIn', 'room', now() from ${rows}`, [...columns, sessionId]);
  await query('analyze');
  return { bodyId, ruleSetId, sessionId, people };
}

export async function makeSession({ query }, { bodyId, ruleSetId }) {
  const [{ id }] = await query(
    `insert into session (body_id, rule_set_id, title, title_en, kind, state, starts_at, ends_at, place, sent_at, opened_at)
     values ($1, $2, 'Phiên họp', 'Session', 'regular', 'inSession', now(), now() + interval '3 hours', 'Hà Nội', now(), now()) returning id`,
    [bodyId, ruleSetId],
  );
  return id;
}

/** Opens so many motions in the cabinet's session; everybody is on the roll. */
export async function openMotions({ query }, { bodyId, ruleSetId, sessionId }, count) {
  const [{ n }] = await query('select count(*)::int as n from agenda_item where session_id = $1', [sessionId]);
  const items = await query(`insert into agenda_item (session_id, body_id, "order", title, kind) select $1, $2, $3::int + i, 'Item ' || i, 'decision' from generate_series(0, $4::int - 1) i returning id`, [sessionId, bodyId, n, count]);
  const motions = await query(
    `insert into motion (body_id, session_id, item_id, rule_set_id, question, state, choices, opened_at) select $1, $2, i, $3, 'Adopt?', 'open', '{agree,disagree,otherOpinion}', now() from unnest($4::uuid[]) i returning id`,
    [bodyId, sessionId, ruleSetId, items.map((item) => item.id)],
  );
  const ids = motions.map((motion) => motion.id);
  await query(`insert into motion_roll (motion_id, member_id, is_chair) select m, me.id, false from unnest($1::uuid[]) m, member me where me.body_id = $2`, [ids, bodyId]);
  return ids;
}
