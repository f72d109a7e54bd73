// search: full-text queries over 100,000 pages with rights applied, over the bare SQL of the same query without any.
import { connect, request } from './http-load.mjs';
import { inTurn, median, percentile } from './machine.mjs';
import { makeCabinet, makeSession } from './stage.mjs';

const ROUNDS = 5;
const ASKED = 40;
const SESSIONS = 20;
const PAPERS_EACH = 50;
const PAGES_EACH = 100;
const WORDS_A_PAGE = 60;
const BATCH = 2_000;
/** Syllables of administrative Vietnamese; how often each comes falls as in texts (Zipf). */
const SYLLABLES = 'chính phủ quyết định nghị thủ tướng bộ trưởng phiên họp báo cáo kinh tế xã hội tháng năm ngân sách đầu tư công tỉnh thành phố ủy ban nhân dân thông tư hướng dẫn thi hành luật doanh nghiệp đất đai môi trường giáo dục y lao động thương binh nông nghiệp phát triển hạ tầng giao vận tải xây dựng quốc phòng an ninh ngoại tư pháp thanh tra kiểm toán cải cách hành thủ tục dữ liệu số điện tử hạn hán lũ lụt phòng chống khẩn cấp dự phòng trung ương địa phương giải ngân tiến độ vướng mắc kiến đề xuất'.split(' ');
/** From rare to frequent: names of a paper, two words side by side, words anywhere. */
const QUERIES = ['vb00417', 'quyết định vb00042', 'giải ngân vướng mắc', 'kiem toan', '"dữ liệu số"', 'khẩn cấp địa phương', 'thanh tra', 'đề xuất tiến độ'];

export const names = ['search'];

export async function run({ stage, report }) {
  const cabinet = await makeCabinet(stage, 27);
  const sessions = [cabinet.sessionId];
  while (sessions.length < SESSIONS) sessions.push(await makeSession(stage, cabinet));
  await fill(stage, cabinet, sessions);
  // Nobody reads files here: there are none.
  const programs = { ours: await stage.server({ ECABINET_SEARCH_TEXT: 'on' }), floor: await stage.floor('search') };
  const turn = (name) => () => ask(programs[name], cabinet.people);
  try {
    await compare(programs, cabinet.people);
    await inTurn(1, turn('ours'), turn('floor'));
    const figures = await inTurn(ROUNDS, turn('ours'), turn('floor'));
    report({ name: 'search', ours: median(figures.ours), floor: median(figures.floor), goal: '<=1.5', unit: 'ms, p95', rounds: ROUNDS });
  } finally {
    await programs.ours.stop();
    await programs.floor.stop();
  }
}

async function fill({ query }, { bodyId, people }, sessionIds) {
  await query(`insert into agenda_item (session_id, body_id, "order", title, kind, minutes) select s, $2, 0, 'Nội dung', 'decision', 10 from unnest($1::uuid[]) s`, [sessionIds, bodyId]);
  await query(`insert into paper (body_id, item_id, "order", title, state) select $2, i.id, n, 'Tờ trình ' || n, 'released' from agenda_item i, generate_series(1, $3::int) n where i.session_id = any($1)`, [sessionIds, bodyId, PAPERS_EACH]);
  await query(
    `insert into paper_version (paper_id, number, file_name, sha256, size, pages, has_text, needs_password, signatures, uploaded_by, released_by, released_at, body_id)
     select p.id, 1, 'to-trinh.pdf', md5(p.id::text) || md5(p.id::text), 100000, $3, true, false, 0, $2, $2, now(), p.body_id from paper p join agenda_item i on i.id = p.item_id where i.session_id = any($1)`,
    [sessionIds, people[0].accountId, PAGES_EACH],
  );
  const versions = await query('select v.id from paper_version v join paper p on p.id = v.paper_id join agenda_item i on i.id = p.item_id where i.session_id = any($1) order by v.id', [sessionIds]);
  const rows = versions.flatMap(({ id }, paper) => Array.from({ length: PAGES_EACH }, (_, page) => ({ id, page: page + 1, text: textOf(paper, page) })));
  for (let at = 0; at < rows.length; at += BATCH) {
    const some = rows.slice(at, at + BATCH);
    const columns = [some.map(({ id }) => id), some.map(({ page }) => page), some.map(({ text }) => text)];
    await query('insert into page_text (version_id, page, text) select * from unnest($1::uuid[], $2::int[], $3::text[])', columns);
    await query('insert into page_words (version_id, page, body_id, plain, folded) select id, page, $4, search_words(text, false), search_words(text, true) from unnest($1::uuid[], $2::int[], $3::text[]) as t (id, page, text)', [...columns, bodyId]);
  }
  await query('insert into version_text (version_id, whole, kept) select id, true, true from paper_version on conflict do nothing');
  await query('vacuum analyze');
}

/** The same text each run: a generator of Lehmer's kind, so that figures can be compared. */
function textOf(paper, page) {
  let seed = (paper * 7_919 + page * 104_729 + 1) % 2_147_483_647;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const words = Array.from({ length: WORDS_A_PAGE }, () => SYLLABLES[Math.floor(SYLLABLES.length ** next()) - 1] ?? SYLLABLES[0]);
  return `vb${String(paper).padStart(5, '0')} ${words.join(' ')}`;
}

/** Both do the same work, or their times say nothing: the same pages in the same order. */
async function compare({ ours, floor }, people) {
  for (const [index, words] of QUERIES.entries()) {
    const [mine, bare] = await Promise.all([ours, floor].map(async ({ url }) => {
      const [group] = (await (await fetch(`${url}/api/search?kind=paper&q=${encodeURIComponent(words)}`, { headers: { cookie: people[index].cookie } })).json()).groups;
      return JSON.stringify([group?.total ?? 0, (group?.hits ?? []).map(({ id, page }) => [id, page])]);
    }));
    if (mine !== bare) throw new Error(`${words}: not the same is found: ${mine.slice(0, 200)} and ${bare.slice(0, 200)}`);
  }
}

/** One person alone is held to a pace: all take turns. */
let turns = 0;

/** The p95 of so many searches, one after the other. */
async function ask({ url }, people) {
  const connection = await connect(url);
  const times = [];
  turns += 1;
  for (let count = 0; count < ASKED; count += 1) {
    const words = QUERIES[count % QUERIES.length];
    const bytes = request('GET', `/api/search?kind=paper&q=${encodeURIComponent(words)}`, { host: new URL(url).host, cookie: people[(turns * ASKED + count) % people.length].cookie });
    const started = performance.now();
    const { status, text } = await connection.ask(bytes);
    if (status !== 200) throw new Error(`${words}: ${status} ${text.toString().slice(0, 300)}`);
    times.push(performance.now() - started);
  }
  connection.close();
  return percentile(times, 0.95);
}
