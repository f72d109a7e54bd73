import { Controller, HttpCode, Logger, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Public } from './allow.js';
import { type CspViolation, violationsIn } from './domain/csp-report.js';
import { Refusal } from './refusal.js';
import { securityEvent } from './security-log.js';

const LARGEST = 16 * 1024;
const HOUR_MS = 3600 * 1000;
const MINUTE_MS = 60 * 1000;
/** Reports of one address a minute, and different violations told an hour: what comes beyond is noise, or somebody who wants to fill a log. */
const MOST_A_MINUTE = 30;
const MOST_KINDS = 200;
const TYPES = ['application/csp-report', 'application/reports+json'];

/** Fastify reads these as JSON, no more than a browser needs. */
export function acceptCspReports(fastify: { addContentTypeParser(types: string[], options: { parseAs: 'string'; bodyLimit: number }, parser: (request: FastifyRequest, body: string, done: (error: Error | null, value?: unknown) => void) => void): void }): void {
  fastify.addContentTypeParser(TYPES, { parseAs: 'string', bodyLimit: LARGEST }, (_, body, done) => {
    try {
      done(null, JSON.parse(body) as unknown);
    } catch {
      // What is not JSON is no report, and nobody waits for an answer that says so.
      done(null, null);
    }
  });
}

export function isCspReport(request: IncomingMessage): boolean {
  return request.url === '/api/csp-reports' && TYPES.includes((request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '');
}

/**
 * What browsers were kept from loading or running. Only the log is told: a public address must not be able to fill the database.
 */
@Controller('csp-reports')
export class CspReportsController {
  private readonly logger = new Logger('csp');
  private readonly told = new Map<string, number>();
  private readonly counts = new Map<string, number>();
  private minute = 0;

  /** Takes reports of either form; each kind of violation is logged once an hour. */
  @Post() @Public() @HttpCode(204)
  take(@Req() request: FastifyRequest): void {
    this.countOne(request.ip);
    for (const violation of violationsIn(request.body)) this.tell(violation, Date.now());
  }

  private countOne(address: string): void {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    if (minute !== this.minute) this.counts.clear();
    this.minute = minute;
    const count = (this.counts.get(address) ?? 0) + 1;
    this.counts.set(address, count);
    if (count === MOST_A_MINUTE + 1) securityEvent('rate.limited', { kind: 'csp' });
    if (count > MOST_A_MINUTE) throw new Refusal('tooManyTries', { retryAfterSeconds: 60 });
  }

  private tell({ directive, blocked }: CspViolation, now: number): void {
    for (const [kind, at] of this.told) if (now - at > HOUR_MS) this.told.delete(kind);
    const kind = `${directive} ${blocked}`;
    if (this.told.has(kind) || this.told.size >= MOST_KINDS) return;
    this.told.set(kind, now);
    this.logger.warn(`a browser was kept from ${blocked} (${directive})`);
  }
}
