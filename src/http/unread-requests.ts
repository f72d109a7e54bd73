import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { headersOver } from './security-headers.js';

const BODY = JSON.stringify({ code: 'badInput', params: {}, requestId: '' });

/** An address that cannot be decoded: refused before any hook, and still with every header. */
export function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(headersOver(false)).status(400).send({ code: 'badInput', params: {}, requestId: request.id });
}

/** What is no HTTP at all: one answer, and the connection ends. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const headers = { ...headersOver(false), 'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(BODY)), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${BODY}`);
}
