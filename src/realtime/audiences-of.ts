import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom, administrators, bodyRoom, everyone, inviteesRoom, itemInviteesRoom, officeRoom, substitutesRoom } from '../journal/audiences.js';

/** The rooms a person is in: what they may hear of follows from what they may read. */
export function audiencesOf(actor: SignedIn): string[] {
  if (actor.restricted) return [accountRoom(actor.accountId)];
  const rooms = [everyone, accountRoom(actor.accountId)];
  if (actor.administrator) rooms.push(administrators);
  for (const { bodyId } of actor.rights) {
    if (permits(actor, 'body.read', bodyId)) rooms.push(bodyRoom(bodyId));
    if (permits(actor, 'session.prepare', bodyId) || permits(actor, 'session.run', bodyId)) rooms.push(officeRoom(bodyId));
  }
  for (const { sessionId, itemIds } of actor.guestOf) {
    if (itemIds === null) rooms.push(substitutesRoom(sessionId));
    else rooms.push(inviteesRoom(sessionId), ...itemIds.map(itemInviteesRoom));
  }
  return rooms;
}
