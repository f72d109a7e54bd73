import 'reflect-metadata';
import type { OpenAPIObject } from '@nestjs/swagger';
import { createApp } from './app.js';
import { loadEnvironment } from './config/environment.js';
import { buildDataSource } from './database/data-source.js';
import { ENTITIES } from './entities.js';
import { buildOpenApi } from './http/openapi.js';

/** The contract as it follows from the classes; needs no database. */
export async function writeContract(): Promise<OpenAPIObject> {
  const environment = loadEnvironment({ LOG_LEVEL: 'error', DATABASE_URL: 'postgres://nobody@127.0.0.1/none' });
  const app = await createApp(environment, buildDataSource('postgres://nobody@127.0.0.1/none', ENTITIES), true);
  return buildOpenApi(app);
}
