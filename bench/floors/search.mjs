// Floor of `search`: raw Node http and one statement without any right: words looked up, counted, ranked as the product ranks them (side by side with accents, side by
// side, anywhere with accents, anywhere), and the first twenty with the text of their page. The bench compares: both must find the same, in the same order.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
const SQL = `with q as (select $1::tsquery as phrase_plain, $2::tsquery as phrase, $3::tsquery as every_plain, $4::tsquery as every),
    hit as materialized (select w.version_id, w.page,
      (case when w.folded @@ q.phrase then case when w.plain @@ q.phrase_plain then 3 else 2 end when w.plain @@ q.every_plain then 1 else 0 end) * 10000000 + (ts_rank(w.folded, q.every) * 1000000)::int as score
      from page_words w, q where w.folded @@ q.every)
  select (select count(*)::int from hit) as total, h.version_id as id, h.page, h.score, p.title, s.title as "sessionTitle", t.text
  from (select * from hit order by score desc, version_id, page limit 20) h join paper_version v on v.id = h.version_id join paper p on p.id = v.paper_id
    join agenda_item i on i.id = p.item_id join session s on s.id = i.session_id join page_text t on t.version_id = h.version_id and t.page = h.page order by h.score desc, h.version_id, h.page`;

const plain = (text) => text.normalize('NFC').toLowerCase();
const folded = (text) => plain(text).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');

/** `"two words" third` as two queries of Postgres: side by side, and anywhere. */
function queriesOf(text) {
  const parts = [...text.matchAll(/"([^"]+)"|(\S+)/g)].map(([, phrase, word]) => (phrase ?? word).split(/\s+/));
  return [parts.flat().map((word) => `'${word}'`).join(' <-> '), parts.map((words) => `(${words.map((word) => `'${word}'`).join(' <-> ')})`).join(' & ')];
}

/** As written, and without accents: [phrase, phrase folded, all, all folded]. */
function valuesOf(text) {
  const [one, other] = [queriesOf(plain(text)), queriesOf(folded(text))];
  return [one[0], other[0], one[1], other[1]];
}

const server = http.createServer(async (request, response) => {
  const { rows } = await pool.query({ name: 'search', text: SQL, values: valuesOf(new URL(request.url, 'http://floor').searchParams.get('q')) });
  const hits = rows.map(({ text, total: _, ...hit }) => ({ ...hit, snippet: text.slice(0, 160) }));
  const answer = JSON.stringify({ groups: [{ kind: 'paper', total: rows[0]?.total ?? 0, hits }] });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
  response.end(answer);
});
server.listen(0, '127.0.0.1', () => console.log(`floor runs at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
