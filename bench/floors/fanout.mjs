// Floor of `fanout`: bare Socket.IO over WebSocket; one PUT tells everybody. No sign-in, rooms, database or catch-up.
import http from 'node:http';
import { Server } from 'socket.io';

const server = http.createServer((request, response) => {
  if (request.method !== 'PUT') return;
  request.resume();
  io.emit('changed', { audience: 'body:00000000-0000-0000-0000-000000000000', prev: 1, seq: 2, changes: [{ type: 'session.currentItem', ids: { bodyId: '00000000-0000-0000-0000-000000000000', sessionId: '00000000-0000-0000-0000-000000000000' } }] });
  response.writeHead(200, { 'content-length': 2 });
  response.end('{}');
});
const io = new Server(server, { transports: ['websocket'], serveClient: false, path: '/socket' });
server.listen(0, '127.0.0.1', () => console.log(`floor runs at http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
