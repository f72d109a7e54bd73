import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { actingFor } from '../database/acting.js';
import type { ActorRequest } from './allow.js';

/** What a request does, it does for the person who sent it: the database shows that person's rows and no others. */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor } = context.switchToHttp().getRequest<ActorRequest>();
    return new Observable((subscriber) => actingFor(actor?.accountId ?? null, () => next.handle().subscribe(subscriber)));
  }
}
