import type { Permission } from '../contract/permissions.js';
import { Refusal } from '../http/refusal.js';
import { type Actor, memberOf, whyNotPermitted } from './domain/policy.js';

/** Refuses with `notFound` where the actor may not see the body, with `notAllowed` where only this right is missing. */
export function demand(actor: Actor, permission: Permission, bodyId: string): void {
  const why = whyNotPermitted(actor, permission, bodyId);
  if (why) throw new Refusal(why);
}

/** The actor's seat in this body; refuses who has none. */
export function demandMember(actor: Actor, permission: Permission, bodyId: string): string {
  demand(actor, permission, bodyId);
  const memberId = memberOf(actor, bodyId);
  if (memberId === null) throw new Refusal('notAllowed');
  return memberId;
}
