import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../config/environment.js';
import { ERROR_STATUS, type ErrorCode } from '../contract/error-codes.js';
import { isKnownContent, mayChange, originsOf } from './origin.js';
import { acceptCspReports, isCspReport } from './csp-reports.controller.js';
import { OVER_HTTPS, securityHeaders } from './security-headers.js';
import { followRequests } from './security-log.js';

/** Where `vite build` writes the client, beside the built server. */
const CLIENT_FOLDER = path.resolve(import.meta.dirname, '../../client');

/** Headers, compression, the check of where a change comes from, and the client's files. */
export async function furnish(app: NestFastifyApplication, environment: Environment): Promise<void> {
  const production = environment.NODE_ENV === 'production';
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], customTypes: /^(text\/(html|css|plain|javascript)|application\/(json|javascript|wasm)|image\/svg\+xml)/ });
  const origins = originsOf(environment.ECABINET_ORIGINS);
  const headers = securityHeaders();
  const fastify = app.getHttpAdapter().getInstance();
  followRequests(fastify);
  acceptCspReports(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    if (request.protocol === 'https') void reply.headers(OVER_HTTPS);
    const code = whyTurnedAway(request, { production, origins });
    if (code === null) done();
    else void reply.status(ERROR_STATUS[code]).send({ code, params: {}, requestId: request.id });
  });
  if (existsSync(CLIENT_FOLDER)) await serveClient(app);
}

/** Another page's request, a form's content type, or plain http in production: refused before anything is read. */
function whyTurnedAway(request: FastifyRequest, setting: { production: boolean; origins: string[] }): ErrorCode | null {
  if (setting.production && request.protocol !== 'https' && request.url.startsWith('/api')) return 'badOrigin';
  if (!mayChange(request.raw, setting.origins)) return 'badOrigin';
  return isKnownContent(request.raw) || isCspReport(request.raw) ? null : 'unsupportedMedia';
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
