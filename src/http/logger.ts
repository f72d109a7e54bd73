import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { SecurityEvent } from './security-log.js';

/** Nest's log lines as JSON by pino: level, time, context, message. No content of papers, votes or opinions is ever logged. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;
  private readonly security: Logger;

  constructor(level: string) {
    this.pino = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
    // A quiet server still says who was turned away.
    this.security = this.pino.child({ context: 'security' }, { level: level === 'silent' ? 'silent' : 'info' });
  }

  log(message: unknown, context?: string): void {
    if (message instanceof SecurityEvent) this.security.info({ security: message.name, ...message.facts });
    else this.pino.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.pino.error({ context: context ?? stack }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.trace({ context }, String(message));
  }
}
