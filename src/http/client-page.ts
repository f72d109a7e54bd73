import type { FastifyReply, FastifyRequest } from 'fastify';

const NOT_PAGES = /^\/(api|health|socket|assets|pdfjs)(\/|$|\?)|\.[a-z0-9]{2,5}(\?|$)|^[^?]*\/\./i;

/** Whether a person may have this address in a browser. It begins with one slash: nothing of it can become another host. */
export function isPage(request: FastifyRequest): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && /^\/(?!\/)/.test(request.url) && !NOT_PAGES.test(request.url);
}

/** Every address of the client is the same page; the router in it does the rest. False where the address is no page. */
export function sendClientPage(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.method !== 'GET' || !isPage(request) || typeof reply.sendFile !== 'function') return false;
  void reply.header('cache-control', 'no-cache').sendFile('index.html');
  return true;
}
