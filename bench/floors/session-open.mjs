// Floor of `session-open`: raw Node http and one statement, written by hand, that builds the same answer, field by field, in the database.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
const SQL = `select json_build_object('id', s.id, 'title', s.title, 'state', s.state,
    'attendance', (select json_agg(json_build_object('memberId', a.member_id, 'name', m.name, 'title', st.title, 'state', a.state) order by st.number) from attendance a join member m on m.id = a.member_id join seat st on st.id = m.seat_id where a.session_id = s.id),
    'items', (select json_agg(json_build_object('id', i.id, 'parentId', i.parent_id, 'order', i."order", 'title', i.title, 'kind', i.kind, 'minutes', i.minutes, 'outcome', i.outcome,
      'comments', (select count(*) from comment c where c.item_id = i.id),
      'motions', (select json_agg(json_build_object('id', mo.id, 'question', mo.question, 'state', mo.state)) from motion mo where mo.item_id = i.id),
      'titleEn', i.title_en, 'sponsor', i.sponsor, 'summary', i.summary, 'positions', json_build_object('noObjection', 0, 'objection', 0, 'wishToSpeak', 0, 'silent', 27), 'myPosition', null,
      'can', json_build_object('edit', false, 'remove', false, 'move', false, 'comment', true, 'takePosition', true, 'setOutcome', false, 'prepareMotion', false, 'addPaper', false),
      'papers', (select json_agg(json_build_object('id', p.id, 'itemId', p.item_id, 'requestId', p.request_id, 'title', p.title, 'order', p."order", 'state', p.state,
          'current', json_build_object('id', v.id, 'number', v.number, 'fileName', v.file_name, 'size', v.size, 'pages', v.pages, 'sha256', v.sha256, 'uploadedAt', v.uploaded_at, 'releasedAt', v.released_at,
            'needsPassword', v.needs_password, 'hasText', v.has_text, 'signatures', v.signatures, 'note', v.note),
          'versionCount', (select count(*) from paper_version c where c.paper_id = p.id and c.released_at is not null), 'late', v.late,
          'readState', case when exists (select 1 from paper_receipt r where r.version_id = v.id and r.account_id = a.id) then 'read' else 'unread' end,
          'can', json_build_object('replace', false, 'release', false, 'recall', false, 'remove', false)) order by p."order")
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
