import type { FastifyReply, FastifyRequest } from 'fastify';

const NOT_PAGES = /^\/(api|health|socket|assets|pdfjs)(\/|$|\?)|\.[a-z0-9]{2,5}(\?|$)/;

/** Every address of the client is the same page; the router in it does the rest. False where the address is no page. */
export function sendClientPage(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.method !== 'GET' || NOT_PAGES.test(request.url) || typeof reply.sendFile !== 'function') return false;
  void reply.header('cache-control', 'no-cache').sendFile('index.html');
  return true;
}
