import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../contract/permissions.js';

export const ALLOW = 'ecabinet:allow';

/** What a route asks of who calls: a permission in some body, only to be signed in, or nothing. */
export type Allowance = Permission | 'signedIn' | 'public';

/** The caller must hold this permission in at least one body; the service asks again for the very thing. */
export const Allow = (allowance: Permission | 'signedIn'): ReturnType<typeof SetMetadata> => SetMetadata(ALLOW, allowance);

/** Open to everybody, signed in or not. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(ALLOW, 'public');

/** The request with who sent it. */
export interface ActorRequest extends FastifyRequest {
  actor?: import('../identity/session-reader.js').SignedIn;
}

/** The signed-in person. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ActorRequest>().actor);
