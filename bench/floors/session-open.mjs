// Floor of `session-open`: raw Node http and one statement, written by hand, that builds the answer in the database.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
const SQL = `select json_build_object('id', s.id, 'title', s.title, 'state', s.state,
    'attendance', (select json_agg(json_build_object('memberId', a.member_id, 'name', m.name, 'title', st.title, 'state', a.state) order by st.number) from attendance a join member m on m.id = a.member_id join seat st on st.id = m.seat_id where a.session_id = s.id),
    'items', (select json_agg(json_build_object('id', i.id, 'parentId', i.parent_id, 'order', i."order", 'title', i.title, 'kind', i.kind, 'minutes', i.minutes, 'outcome', i.outcome,
      'comments', (select count(*) from comment c where c.item_id = i.id),
      'motions', (select json_agg(json_build_object('id', mo.id, 'question', mo.question, 'state', mo.state)) from motion mo where mo.item_id = i.id),
      'papers', (select json_agg(json_build_object('id', p.id, 'title', p.title, 'state', p.state, 'version', v.id, 'pages', v.pages, 'size', v.size, 'fileName', v.file_name, 'releasedAt', v.released_at,
          'read', (select r.furthest_page from paper_receipt r where r.version_id = v.id and r.account_id = a.id)) order by p."order")
        from paper p join lateral (select * from paper_version v where v.paper_id = p.id and v.released_at is not null order by v.number desc limit 1) v on true where p.item_id = i.id and p.state = 'released')) order by i."order")
      from agenda_item i where i.session_id = s.id))::text as answer
  from session s join account_session x on x.token_hash = $2 join account a on a.id = x.account_id and not a.disabled
  where s.id = $1 and s.sent_at is not null and exists (select 1 from account_right r where r.account_id = a.id and r.body_id = s.body_id)`;

const server = http.createServer(async (request, response) => {
  const token = request.headers.cookie.slice('ecabinet='.length);
  const { createHash } = await import('node:crypto');
  const { rows } = await pool.query({ name: 'session', text: SQL, values: [request.url.split('/')[3], createHash('sha256').update(token).digest()] });
  const text = rows[0]?.answer ?? '{}';
  response.writeHead(rows[0] ? 200 : 404, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
});
server.listen(0, '127.0.0.1', () => console.log(`floor runs at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
