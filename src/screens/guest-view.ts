import type { GuestRights } from '../identity/domain/policy.js';
import type { AgendaItemDto, SessionDto } from './screens.dto.js';

/** The page of a session as its guest sees it; members and the office (`null`) see all of it. */
export function asGuestSees(page: SessionDto, guest: GuestRights | null): SessionDto {
  if (guest === null) return page;
  if (guest.itemIds === null) return { ...page, returnReason: null, packFrozenAt: null, items: page.items.map((item) => ({ ...item, carriedFrom: null, amRecused: isRecused(item, guest) })) };
  return invitedPage(page, new Set(guest.itemIds));
}

/** Named one by one, as items are. */
function invitedPage(page: SessionDto, known: ReadonlySet<string>): SessionDto {
  const { id, bodyId, title, titleEn, kind, state, startsAt, endsAt, place, onlineLink, embedsVideo, openedAt, endedAt, ruleSet, can, rehearsal } = page;
  const guests = page.guests.filter(({ isMe }) => isMe);
  const items = page.items.filter((item) => known.has(item.id)).map((item) => invited(item, known));
  return {
    id, bodyId, title, titleEn, kind, state, startsAt, endsAt, place, onlineLink, embedsVideo, openedAt, endedAt, ruleSet, can, rehearsal, items, itemCount: items.length,
    returnReason: null, packFrozenAt: null, openReason: null, nextStep: null, myMemberId: null, myAttendance: null, attendance: [], guests, sites: page.sites.filter((site) => guests.some(({ siteId, atSiteId }) => site.id === siteId || site.id === atSiteId)),
    currentItemId: page.currentItemId !== null && known.has(page.currentItemId) ? page.currentItemId : null,
    quorum: { ...page.quorum, members: 0, present: 0, needed: 0, reached: false },
  };
}

/** What the member takes no part in, the substitute does not either. */
function isRecused(item: AgendaItemDto, guest: GuestRights): boolean {
  return item.recusals.some(({ memberId }) => memberId === guest.memberId);
}

/** An item with its papers, and nothing of what members think of it. It keeps the number by which the room calls it. */
function invited(item: AgendaItemDto, known: ReadonlySet<string>): AgendaItemDto {
  const { id, order, number, title, titleEn, kind, sponsor, minutes, summary, outcome, papers, spentSeconds, runningSince, can } = item;
  const parentId = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
  // Named one by one: what is added to an item later is not an invitee's before somebody says so.
  return {
    id, parentId, order, number, title, titleEn, kind, sponsor, minutes, summary, outcome, papers, spentSeconds, runningSince, can,
    motions: [], commentCount: 0, positions: null, myPosition: null, myPositionText: null, recusals: [], amRecused: false, carriedFrom: null, withheld: false, lateAllowance: null,
  };
}
