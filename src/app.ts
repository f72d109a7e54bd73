import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import type { Environment } from './config/environment.js';
import { PinoLogger } from './http/logger.js';
import { buildOpenApi } from './http/openapi.js';
import { furnish } from './http/server.js';
import { refuseAddress, refuseBytes } from './http/unread-requests.js';

/** The longest command is a roll of 6,000 members' ids; only the import of members takes more (http/server.ts). */
const LARGEST_JSON = 256 * 1024;

/** Routes outside `/api`. */
const BARE = ['health/live', 'health/ready'];

/** The whole server, not yet listening. `preview` makes it without a database, for the contract. */
export async function createApp(environment: Environment, dataSource: DataSource, preview = false): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: LARGEST_JSON, frameworkErrors: refuseAddress(environment.ECABINET_TRUSTED_PROXIES), clientErrorHandler: refuseBytes(environment.ECABINET_TRUSTED_PROXIES > 0), trustProxy: (_address: string, hop: number) => hop < environment.ECABINET_TRUSTED_PROXIES, genReqId: () => randomUUID(), forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(environment, dataSource), adapter, { logger: new PinoLogger(environment.LOG_LEVEL), preview, abortOnError: false });
  app.setGlobalPrefix('api', { exclude: BARE });
  if (preview) return app;
  app.useWebSocketAdapter(new IoAdapter(app));
  await furnish(app, environment);
  await app.register(multipart, { limits: { fileSize: environment.ECABINET_MAX_PAPER_MB * 1024 * 1024, files: 1, fields: 10, fieldSize: 4096 } });
  if (environment.apiDocs) SwaggerModule.setup('api/docs', app, () => buildOpenApi(app), { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'e-Cabinet · API' });
  return app;
}
