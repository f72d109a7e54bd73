import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

/** What is worth a line: who may read the log learns that it happened, and to whom; never a password, a token, a title or what was typed. */
export type SecurityEventName = 'signIn.failed' | 'signIn.limited' | 'right.refused' | 'origin.refused' | 'input.refused' | 'rate.limited';

/** Ids, names of fields and of rules, numbers. */
export type SecurityFacts = Record<string, string | number | boolean | readonly string[]>;

/** One line of the security log; the logger writes it at every level but `silent`. */
export class SecurityEvent {
  constructor(
    readonly name: SecurityEventName,
    readonly facts: SecurityFacts,
  ) {}
}

/** The request in which the running code works. */
const following = new AsyncLocalStorage<{ requestId: string; address: string }>();
const resources = new WeakMap<FastifyRequest, AsyncResource>();
const logger = new Logger('security');

/**
 * Leaves one line: `{"level":30,"time":…,"context":"security","security":<name>,"requestId":…,"address":…,<facts>}`. The request and the
 * address it came from are added where there is one. Works in services, guards, filters and hooks.
 */
export function securityEvent(name: SecurityEventName, facts: SecurityFacts = {}): void {
  logger.log(new SecurityEvent(name, { ...following.getStore(), ...facts }));
}

/** Lets every line know its request. The body arrives in events of the socket, which know nothing of it: `preValidation` takes up the thread again. */
export function followRequests(fastify: Pick<FastifyInstance, 'addHook'>): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    following.run({ requestId: request.id, address: request.ip }, () => {
      resources.set(request, new AsyncResource('request'));
      done();
    });
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const resource = resources.get(request);
    if (resource) resource.runInAsyncScope(done);
    else done();
  });
}
