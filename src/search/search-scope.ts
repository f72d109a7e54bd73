import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';

/** What the policy lets a person see, as the statement asks for it. */
export interface SearchScope {
  /** Bodies whose sessions the person may read once they are sent. */
  bodies: string[];
  /** Of these, where also before. */
  unsent: string[];
  /** Of these, where also drafts of papers. */
  drafts: string[];
  /** Of these, where all opinion requests. */
  requests: string[];
  /** The person as a member, and the members whom they assist: requests that were sent to these. */
  members: string[];
  /** Sessions the person is let into as a guest. */
  visits: string[];
  /** Of these, those of which they know all items. */
  substituted: string[];
  /** Items of the others. */
  items: string[];
  /** Bodies in which any paper could be the person's to read. */
  paperBodies: string[];
}

/** Bodies in which the person is no member and may assist one. */
export function assistsIn(actor: SignedIn): string[] {
  return actor.rights.filter(({ memberId, bodyId }) => memberId === null && permits(actor, 'opinion.draft', bodyId)).map(({ bodyId }) => bodyId);
}

export function scopeOf(actor: SignedIn, assisted: readonly string[]): SearchScope {
  const reads = actor.rights.filter(({ bodyId }) => permits(actor, 'session.read', bodyId));
  const where = (...permissions: Parameters<typeof permits>[1][]): string[] => reads.map(({ bodyId }) => bodyId).filter((bodyId) => permissions.some((permission) => permits(actor, permission, bodyId)));
  const bodies = where('session.read');
  const guests = actor.guestOf.filter(({ bodyId }) => !bodies.includes(bodyId));
  return {
    bodies, unsent: where('session.prepare', 'session.run'), drafts: where('paper.readDraft'), requests: where('opinion.prepare', 'opinion.approve', 'opinion.run'),
    members: [...reads.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])), ...assisted],
    visits: guests.map(({ sessionId }) => sessionId),
    substituted: guests.filter(({ itemIds }) => itemIds === null).map(({ sessionId }) => sessionId),
    items: guests.flatMap(({ itemIds }) => itemIds ?? []),
    paperBodies: [...new Set([...where('paper.read'), ...guests.map(({ bodyId }) => bodyId)])],
  };
}
