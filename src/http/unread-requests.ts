import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { cameByHttps } from './origin.js';
import { headersOver } from './security-headers.js';

const BODY = JSON.stringify({ code: 'badInput', params: {}, requestId: '' });

/** An address that cannot be decoded: refused before any hook, and still with every header. */
export const refuseAddress = (proxies: number) => (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
  void reply.headers(headersOver(cameByHttps(request.raw, proxies))).status(400).send({ code: 'badInput', params: {}, requestId: request.id });
};

/** What is no HTTP at all: one answer, and the connection ends. There is no request to say how it came: behind a proxy it came by https. */
export const refuseBytes = (hasProxy: boolean) => (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const headers = { ...headersOver(hasProxy), 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(BODY)), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${BODY}`);
};
