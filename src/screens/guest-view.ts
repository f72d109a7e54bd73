import type { GuestRights } from '../identity/domain/policy.js';
import type { AgendaItemDto, SessionDto } from './screens.dto.js';

/** The page of a session as its guest sees it; members and the office (`null`) see all of it. */
export function asGuestSees(page: SessionDto, guest: GuestRights | null): SessionDto {
  if (guest === null) return page;
  const own = { ...page, returnReason: null, nextStep: null };
  if (guest.itemIds === null) return { ...own, items: page.items.map((item) => ({ ...item, carriedFrom: null, amRecused: isRecused(item, guest) })) };
  const known = new Set(guest.itemIds);
  const items = page.items.filter(({ id }) => known.has(id)).map((item) => invited(item, known));
  return {
    ...own, items, itemCount: items.length, openReason: null, attendance: [], guests: page.guests.filter(({ isMe }) => isMe),
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
  const parentId = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
  return { ...item, parentId, motions: [], commentCount: 0, positions: null, myPosition: null, myPositionText: null, recusals: [], carriedFrom: null };
}
