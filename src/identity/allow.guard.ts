import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ALLOW, type ActorRequest, type Allowance } from '../http/allow.js';
import { isSecure, sessionToken } from '../http/cookies.js';
import { Refusal } from '../http/refusal.js';
import { permitsSomewhere } from './domain/policy.js';
import { SessionReader } from './session-reader.js';

/** What who must still enrol a second thing may use: who am I, my ways in, signing out. */
const OWN_ROUTES = /^\/api\/(me|auth)(\/|$)/;

/** Read by an open page because of news, while nobody touched it. */
const isByItself = ({ method, headers }: ActorRequest): boolean => method === 'GET' && headers['x-refetch'] === 'news';

/** Default deny: a route without @Allow or @Public answers nobody. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowance = this.reflector.getAllAndOverride<Allowance | undefined>(ALLOW, [context.getHandler(), context.getClass()]);
    if (allowance === undefined) throw new Refusal('notFound');
    if (allowance === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const token = sessionToken(request.headers.cookie, isSecure(request));
    const actor = token === null ? null : await this.sessions.find(token, !isByItself(request));
    if (!actor) throw new Refusal('notSignedIn');
    request.actor = actor;
    if (actor.restricted !== false && !OWN_ROUTES.test(request.routeOptions.url ?? '')) throw new Refusal(actor.restricted === 'enrol' ? 'enrolFirst' : 'confirmFirst');
    if (allowance !== 'signedIn' && !permitsSomewhere(actor, allowance)) throw new Refusal('notAllowed');
    return true;
  }
}
