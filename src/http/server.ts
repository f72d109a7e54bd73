import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../config/environment.js';
import { ERROR_STATUS, type ErrorCode } from '../contract/error-codes.js';
import { isKnownContent, mayChange, originsOf } from './origin.js';
import { acceptCspReports, isCspReport } from './csp-reports.controller.js';
import { isPage } from './client-page.js';
import { headersFor } from './security-headers.js';
import { followRequests, securityEvent } from './security-log.js';

/** The routes that take a whole file as JSON: a list of members, an agenda. */
const LONG_LISTS = /\/(members|agenda)-import(\/preview)?$/;
const LARGEST_LIST = 2 * 1024 * 1024;

/** Where `vite build` writes the client, beside the built server. */
const CLIENT_FOLDER = path.resolve(import.meta.dirname, '../../client');

/** Headers, compression, the check of where a change comes from, and the client's files. */
export async function furnish(app: NestFastifyApplication, environment: Environment): Promise<void> {
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], customTypes: /^(text\/(html|css|plain|javascript)|application\/(json|javascript|wasm)|image\/svg\+xml)/ });
  const origins = originsOf(environment.ECABINET_ORIGINS);
  const headersOver = headersFor(environment.videoOrigins);
  const fastify = app.getHttpAdapter().getInstance();
  followRequests(fastify);
  acceptCspReports(fastify);
  fastify.addHook('onRoute', (route) => {
    if (LONG_LISTS.test(route.url)) route.bodyLimit = LARGEST_LIST;
    if (route.url.startsWith('/api/docs')) route.onSend = sayCharset;
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersOver(request.protocol === 'https'));
    const code = whyTurnedAway(request, { production: environment.production, origins });
    if (code === null) return done();
    if (code === 'httpsNeeded' && isPage(request)) return void reply.redirect(`${origins[0] ?? ''}${request.url}`, 308);
    securityEvent(code === 'unsupportedMedia' ? 'input.refused' : 'origin.refused', { action: request.method, code });
    void reply.status(ERROR_STATUS[code]).send({ code, params: {}, requestId: request.id });
  });
  if (existsSync(CLIENT_FOLDER)) await serveClient(app);
}

/** Another page's request, a form's content type, or plain http in production (but for those who ask how we are): refused before anything is read. */
function whyTurnedAway(request: FastifyRequest, setting: { production: boolean; origins: string[] }): ErrorCode | null {
  if (setting.production && request.protocol !== 'https' && !request.url.startsWith('/health/')) return 'httpsNeeded';
  if (!mayChange(request.raw, setting.origins)) return 'badOrigin';
  return isKnownContent(request.raw) || isCspReport(request.raw) ? null : 'unsupportedMedia';
}

/** The page of the API is made elsewhere, and does not say how it is written. */
function sayCharset(_request: FastifyRequest, reply: FastifyReply, payload: unknown, done: (error: null, payload: unknown) => void): void {
  if (reply.getHeader('content-type') === 'text/html') void reply.header('content-type', 'text/html; charset=utf-8');
  done(null, payload);
}

/** Hashed files may be kept for a year; every other address is the client's own and gets its page. */
async function serveClient(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: CLIENT_FOLDER,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const hashed = /[\\/]assets[\\/]/.test(file);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
