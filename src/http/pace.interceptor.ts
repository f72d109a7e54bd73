import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import type { ActorRequest } from './allow.js';
import { type Cost, COSTS, PACES } from './costs.js';
import { isFull, type Purse, spend } from './domain/pace.js';
import { Refusal } from './refusal.js';
import { securityEvent } from './security-log.js';

/** Purses in memory at most, before full ones are thrown away. */
const MOST_PURSES = 20_000;

/** Holds each person to a pace; one purse for each kind of work, so that uploading a dossier never hinders a vote. */
@Injectable()
export class PaceInterceptor implements NestInterceptor {
  private readonly purses = new Map<string, Purse & { kind: keyof typeof PACES; isRefused: boolean }>();

  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const named = this.reflector.get<Cost | undefined>(COSTS, context.getHandler());
    const cost = named ?? (request.method === 'GET' || request.method === 'HEAD' ? null : 'write');
    if (cost !== null) this.pay(request, request.actor ? cost : 'anonymous');
    return next.handle();
  }

  private pay(request: ActorRequest, kind: keyof typeof PACES): void {
    const now = Date.now();
    const who = request.actor ? `${kind} ${request.actor.accountId}` : `address ${request.ip}`;
    const before = this.purses.get(who);
    const { purse, waitSeconds } = spend(before, PACES[kind], now);
    // Last in the map: who was counted last.
    this.purses.delete(who);
    this.purses.set(who, { ...purse, kind, isRefused: waitSeconds > 0 });
    if (this.purses.size > MOST_PURSES) this.forget(now);
    if (waitSeconds === 0) return;
    // One line when it begins: a log that can be filled by asking again would be another door.
    if (!before?.isRefused) securityEvent('rate.limited', { kind, ...(request.actor ? { accountId: request.actor.accountId } : {}) });
    throw new Refusal('tooMuchAtOnce', { retryAfterSeconds: waitSeconds });
  }

  private forget(now: number): void {
    for (const [who, purse] of this.purses) if (isFull(purse, PACES[purse.kind], now)) this.purses.delete(who);
    // Whoever has that many addresses finds a new purse with each: those counted longest ago make room, half of all, so that this is rare.
    for (const who of this.purses.keys()) {
      if (this.purses.size <= MOST_PURSES / 2) return;
      this.purses.delete(who);
    }
  }
}
