/** Rooms of the gateway, named by who is in them. */
export const everyone = 'everyone';
export const administrators = 'administrators';
/** All who may enter a body's rooms: members, chair, office and assistants. */
export const bodyRoom = (bodyId: string): string => `body:${bodyId}`;
/** Those who prepare and run: secretariat, officers, clerks, chair. */
export const officeRoom = (bodyId: string): string => `body:${bodyId}:office`;
/** Who comes to a session for a member: they hear what the body hears of it. */
export const substitutesRoom = (sessionId: string): string => `session:${sessionId}:substitutes`;
/** Who is invited to some items of a session: what is the same for all. */
export const inviteesRoom = (sessionId: string): string => `session:${sessionId}:invitees`;
/** Who is invited to this item. */
export const itemInviteesRoom = (itemId: string): string => `item:${itemId}:invitees`;
/** One person, on all devices. */
export const accountRoom = (accountId: string): string => `account:${accountId}`;
