// session-open: the page of a session with 200 items and 2,000 papers, rights applied, over one statement written by hand; and with 200,000 papers stored.
import { connect, request } from './http-load.mjs';
import { inTurn, median, percentile } from './machine.mjs';
import { makeCabinet, makeSession } from './stage.mjs';

const ROUNDS = 5;
const ASKED = 40;
const ITEMS = 200;
const PAPERS_EACH = 10;
const OTHER_SESSIONS = 99;

export const names = ['session-open', 'session-open-growth'];

export async function run({ stage, wants, report }) {
  const cabinet = await makeCabinet(stage, 27);
  await fill(stage, cabinet, [cabinet.sessionId]);
  const programs = { ours: await stage.server(), floor: await stage.floor('session-open') };
  const turn = (name) => () => open(programs[name], `/api/sessions/${cabinet.sessionId}`, cabinet.people[5].cookie);
  try {
    await inTurn(1, turn('ours'), turn('floor'));
    const few = await inTurn(ROUNDS, turn('ours'), turn('floor'));
    if (wants('session-open')) report({ name: 'session-open', ours: median(few.ours), floor: median(few.floor), goal: '<=1.8', unit: 'ms, p95', rounds: ROUNDS });
    if (!wants('session-open-growth')) return;
    const others = [];
    for (let count = 0; count < OTHER_SESSIONS; count += 1) others.push(await makeSession(stage, cabinet));
    await fill(stage, cabinet, others);
    await inTurn(1, turn('ours'), turn('floor'));
    const many = await inTurn(ROUNDS, turn('ours'), turn('floor'));
    // The machine may have changed since: growth is held against the floor's own.
    const noise = median(many.floor) / median(few.floor);
    report({ name: 'session-open-growth', ours: median(many.ours), floor: median(few.ours), ratio: median(many.ours) / median(few.ours) / Math.max(1, noise), goal: '<=1.2', unit: `ms with 200,000 papers over 2,000 (the floor's own growth ${noise.toFixed(2)} taken out)`, rounds: ROUNDS });
  } finally {
    await programs.ours.stop();
    await programs.floor.stop();
  }
}

async function fill({ query }, { bodyId, people }, sessionIds) {
  await query(`insert into agenda_item (session_id, body_id, "order", title, title_en, kind, minutes) select s, $2, i, 'Nội dung ' || i, 'Item ' || i, 'decision', 10 from unnest($1::uuid[]) s, generate_series(0, $3::int - 1) i`, [sessionIds, bodyId, ITEMS]);
  await query(`insert into paper (body_id, item_id, "order", title, state) select $2, i.id, n, 'Tờ trình ' || n, 'released' from agenda_item i, generate_series(0, $3::int - 1) n where i.session_id = any($1)`, [sessionIds, bodyId, PAPERS_EACH]);
  await query(
    `insert into paper_version (paper_id, number, file_name, sha256, size, pages, has_text, needs_password, signatures, uploaded_by, released_by, released_at, body_id)
     select p.id, 1, 'to-trinh.pdf', md5(p.id::text) || md5(p.id::text), 100000, 12, true, false, 0, $2, $2, now(), p.body_id from paper p join agenda_item i on i.id = p.item_id where i.session_id = any($1)`,
    [sessionIds, people[0].accountId],
  );
  await query('vacuum analyze');
}

/** The p95 of so many openings, one after the other. */
async function open({ url }, path, cookie) {
  const connection = await connect(url);
  const bytes = request('GET', path, { host: new URL(url).host, cookie });
  const times = [];
  for (let count = 0; count < ASKED; count += 1) {
    const started = performance.now();
    const { status, text } = await connection.ask(bytes);
    if (status !== 200) throw new Error(text.toString());
    times.push(performance.now() - started);
  }
  connection.close();
  return percentile(times, 0.95);
}
