// Floor of `cast`: raw Node http and pg, one durable row for each vote, unique for each voter, signed sessions. No policy, journal or receipt.
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';

const key = createSecretKey(Buffer.from(process.env.SECRET));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
await pool.query('create table if not exists floor_ballot (motion_id uuid, member_id uuid, choice text not null, cast_at timestamptz not null default now(), primary key (motion_id, member_id))');

function memberOf(cookie) {
  const [name, signature] = (cookie ?? '').slice('session='.length).split('.');
  const wanted = createHmac('sha256', key).update(name).digest();
  const given = Buffer.from(signature ?? '', 'base64url');
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? name : null;
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const memberId = memberOf(request.headers.cookie);
    const { choice } = JSON.parse(Buffer.concat(chunks).toString());
    const motionId = request.url.split('/')[3];
    let status = memberId ? 201 : 401;
    if (memberId) {
      try {
        await pool.query({ name: 'cast', text: 'insert into floor_ballot (motion_id, member_id, choice) values ($1, $2, $3)', values: [motionId, memberId, choice] });
      } catch {
        status = 409;
      }
    }
    const text = JSON.stringify({ motionId, choice });
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`floor runs at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
