/** Rooms of the gateway, named by who is in them. */
export const everyone = 'everyone';
export const administrators = 'administrators';
/** All who may enter a body's rooms: members, chair, office and assistants. */
export const bodyRoom = (bodyId: string): string => `body:${bodyId}`;
/** Those who prepare and run: secretariat, officers, clerks, chair. */
export const officeRoom = (bodyId: string): string => `body:${bodyId}:office`;
/** One person, on all devices. */
export const accountRoom = (accountId: string): string => `account:${accountId}`;
