import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_STATUS, type ErrorCode } from '../contract/error-codes.js';
import { codeOf } from '../database/transactor.js';
import { sendClientPage } from './client-page.js';
import { tellRefusal } from './refusal-events.js';
import { Refusal, type RefusalParams } from './refusal.js';

const BY_STATUS: Partial<Record<number, ErrorCode>> = { 400: 'badInput', 401: 'notSignedIn', 403: 'notAllowed', 404: 'notFound', 413: 'bodyTooLarge', 415: 'unsupportedMedia', 416: 'rangeUnsatisfiable', 429: 'tooManyTries' };

/** Postgres, or the store of papers, could not be reached or is stopping: the request did nothing, or is wholly done. */
const AWAY = new Set(['57P01', '57P02', '57P03', '08006', '08001', '53300', 'ECONNREFUSED', 'ECONNRESET']);

/** Text Postgres cannot keep: a NUL, or half a character. */
const UNWRITABLE = new Set(['22021', '22P05']);

/** Every answer that is not a success: `{ code, params, requestId }`. What is not a refusal is a bug and is logged once. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const context = host.switchToHttp();
    const request = context.getRequest<FastifyRequest>();
    const reply = context.getResponse<FastifyReply>();
    if (error instanceof NotFoundException && sendClientPage(request, reply)) return;
    const refusal = this.refusalOf(error, request);
    if (reply.sent || reply.raw.headersSent) return;
    tellRefusal(refusal.code, refusal.params, request);
    if (ERROR_STATUS[refusal.code] === 429) void reply.header('retry-after', String(refusal.params.retryAfterSeconds ?? 60));
    if (refusal.code === 'unavailable') void reply.header('retry-after', '2');
    void reply.status(ERROR_STATUS[refusal.code]).send({ code: refusal.code, params: refusal.params, requestId: request.id });
  }

  private refusalOf(error: unknown, request: FastifyRequest): { code: ErrorCode; params: RefusalParams } {
    if (error instanceof Refusal) return error;
    if (error instanceof HttpException) return { code: BY_STATUS[error.getStatus()] ?? 'badInput', params: {} };
    const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
    const known = status < 500 ? BY_STATUS[status] : undefined;
    if (known) return { code: known, params: {} };
    if (UNWRITABLE.has(codeOf(error) ?? '')) return { code: 'badInput', params: {} };
    if (isAway(error)) {
      this.logger.error(`request ${request.id}: the database, or another service it needs, is away (${codeOf(error) ?? 'connection lost'})`);
      return { code: 'unavailable', params: {} };
    }
    this.logger.error(`request ${request.id} ${request.method} ${request.routeOptions.url ?? ''}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { code: 'internal', params: {} };
  }
}

function isAway(error: unknown): boolean {
  if (AWAY.has(codeOf(error) ?? '')) return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(message);
}
