import type { ErrorCode } from '../../contract/error-codes.js';
import type { Permission, RoleName } from '../../contract/permissions.js';

/** Roles of a person in one body. */
export interface BodyRights {
  bodyId: string;
  roles: readonly RoleName[];
  /** The seat's member when the person holds one now. */
  memberId: string | null;
}

export type GuestKind = 'invitee' | 'substitute';

/** A session that a person is let into although they have no right in its body. */
export interface GuestRights {
  bodyId: string;
  sessionId: string;
  kind: GuestKind;
  /** The items an invitee may know of; null for a substitute, who knows of all. */
  itemIds: readonly string[] | null;
  /** For whom a substitute comes. */
  memberId: string | null;
}

/** Who asks. */
export interface Actor {
  accountId: string;
  administrator: boolean;
  rights: readonly BodyRights[];
  /** Sessions that were sent and that the person is a guest of and has not declined. */
  guestOf: readonly GuestRights[];
}

const OFFICE: readonly RoleName[] = ['secretariat', 'officer', 'clerk'];
const READERS: readonly RoleName[] = ['member', 'chair', ...OFFICE, 'assistant'];

/** Which roles may do what in their body. What is not named is denied. (product/glossary.md, People and bodies) */
const GRANTS: Record<Permission, readonly RoleName[] | 'administrator'> = {
  'body.read': READERS,
  'body.administer': 'administrator',
  'accounts.administer': 'administrator',
  'calendar.administer': 'administrator',
  'session.read': READERS,
  'session.visit': READERS,
  'session.follow': READERS,
  'session.look': ['secretariat', 'officer', 'chair'],
  'session.prepare': ['secretariat', 'officer'],
  'session.approve': ['chair'],
  'session.run': ['secretariat', 'chair'],
  'session.attend': ['member', 'chair'],
  'people.find': ['secretariat', 'officer', 'member', 'chair'],
  'agenda.prepare': ['secretariat', 'officer'],
  'agenda.comment': ['member', 'chair', 'secretariat', 'officer'],
  'agenda.takePosition': ['member', 'chair'],
  'agenda.recuse': ['member', 'chair', 'secretariat'],
  'floor.ask': ['member', 'chair', 'secretariat'],
  'floor.run': ['secretariat', 'chair'],
  'paper.read': READERS,
  'paper.copy': READERS,
  'paper.readDraft': OFFICE,
  'paper.prepare': ['secretariat', 'officer'],
  'paper.register': OFFICE,
  'dossier.read': ['sponsor', ...OFFICE],
  'dossier.submit': ['sponsor'],
  'dossier.clear': ['secretariat', 'officer'],
  'motion.prepare': ['secretariat', 'officer'],
  'motion.run': ['secretariat', 'chair'],
  'motion.enter': ['secretariat'],
  'motion.cast': ['member', 'chair'],
  'motion.readEarly': ['secretariat', 'chair'],
  'opinion.read': READERS,
  'opinion.prepare': ['secretariat', 'officer'],
  'opinion.approve': ['chair'],
  'opinion.run': ['secretariat'],
  'opinion.conclude': ['secretariat', 'chair'],
  'opinion.draft': ['member', 'chair', 'assistant'],
  'opinion.reply': ['member', 'chair'],
  'journal.read': ['auditor'],
};

/** What guests may do in their session, and only there: attend and speak, never vote. (product/glossary.md, Substitute and Invitee) */
const GUEST_GRANTS: Partial<Record<Permission, readonly GuestKind[]>> = {
  'session.visit': ['invitee', 'substitute'],
  'session.follow': ['substitute'],
  'paper.read': ['invitee', 'substitute'],
  'paper.copy': ['substitute'],
  'floor.ask': ['invitee', 'substitute'],
};

/** What somebody may do with what is their own alone: the door lets them in, the thing itself says whose it is. (rules.md §3) */
const OWN_GRANTS: Partial<Record<Permission, readonly RoleName[]>> = {
  'paper.read': ['sponsor'],
  'paper.copy': ['sponsor'],
};

/** Rights in one body, or null where the person has none. */
function rightsIn(actor: Actor, bodyId: string): BodyRights | null {
  return actor.rights.find((rights) => rights.bodyId === bodyId) ?? null;
}

/** Whether the actor may do this in this body (for administrators' permissions the body does not matter). */
export function permits(actor: Actor, permission: Permission, bodyId: string | null): boolean {
  const grant = GRANTS[permission];
  if (grant === 'administrator') return actor.administrator;
  const rights = bodyId === null ? null : rightsIn(actor, bodyId);
  return rights !== null && rights.roles.some((role) => grant.includes(role));
}

/** Whether the actor may do this anywhere: the door's check, before the thing is known. */
export function permitsSomewhere(actor: Actor, permission: Permission): boolean {
  const grant = GRANTS[permission];
  if (grant === 'administrator') return actor.administrator;
  const own = OWN_GRANTS[permission] ?? [];
  return actor.rights.some((rights) => rights.roles.some((role) => grant.includes(role) || own.includes(role))) || actor.guestOf.some(({ kind }) => GUEST_GRANTS[permission]?.includes(kind));
}

/** As whom the actor is let into this session, or null: members and the office are no guests. */
export function guestIn(actor: Actor, session: { id: string; bodyId: string }): GuestRights | null {
  if (permits(actor, 'session.read', session.bodyId)) return null;
  return actor.guestOf.find((guest) => guest.sessionId === session.id) ?? null;
}

/** Whether a guest may do this on an item of the session (without an item: in the session). */
export function guestPermits(guest: GuestRights, permission: Permission, itemId: string | null): boolean {
  const isKnown = itemId === null || guest.itemIds === null || guest.itemIds.includes(itemId);
  return isKnown && (GUEST_GRANTS[permission]?.includes(guest.kind) ?? false);
}

/** `notFound` for a body one may not see, `notAllowed` for a right one lacks, else null. */
export function whyNotPermitted(actor: Actor, permission: Permission, bodyId: string): ErrorCode | null {
  if (permits(actor, permission, bodyId)) return null;
  return permits(actor, 'body.read', bodyId) ? 'notAllowed' : 'notFound';
}

/** The actor's member in this body, or null. */
export function memberOf(actor: Actor, bodyId: string): string | null {
  return rightsIn(actor, bodyId)?.memberId ?? null;
}
