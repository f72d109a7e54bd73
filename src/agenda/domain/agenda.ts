export const ITEM_KINDS = ['decision', 'information', 'oral', 'standing'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_OUTCOMES = ['approved', 'approvedWithAmendment', 'rejected', 'deferred', 'referred', 'noted', 'withdrawn', 'returnedForRework'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export const STANDS = ['noObjection', 'objection', 'wishToSpeak'] as const;
/** Position before the session: no objection, objection, or wish to speak. */
export type Stand = (typeof STANDS)[number];

/** How many levels an agenda may have. */
export const DEEPEST_LEVEL = 3;

/** What numbering needs of an item. */
export interface Placed {
  id: string;
  parentId: string | null;
  order: number;
}

/** Children of each parent (`null`: the top), in order. */
function childrenOf<T extends Placed>(items: readonly T[]): Map<string | null, T[]> {
  const children = new Map<string | null, T[]>();
  for (const item of items) children.set(item.parentId, [...(children.get(item.parentId) ?? []), item]);
  for (const siblings of children.values()) siblings.sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
  return children;
}

/** Items in reading order with their numbers: 1, 1.1, 1.2, 2 … */
export function numberAgenda<T extends Placed>(items: readonly T[]): (T & { number: string })[] {
  const children = childrenOf(items);
  const walk = (parentId: string | null, prefix: string): (T & { number: string })[] =>
    (children.get(parentId) ?? []).flatMap((item, index) => {
      const number = `${prefix}${index + 1}`;
      return [{ ...item, number }, ...walk(item.id, `${number}.`)];
    });
  return walk(null, '');
}

/** Where an item goes: below which parent, and before which of the others there. */
export interface Place {
  parentId: string | null;
  index: number;
}

/**
 * New parents and orders after a move: only of items that changed. `null` where the place is impossible:
 * below itself or one of its own, below an unknown item, or too deep.
 */
export function moveItem(items: readonly Placed[], id: string, place: Place): Placed[] | null {
  const byId = new Map(items.map((item) => [item.id, item]));
  const moved = byId.get(id);
  if (!moved || (place.parentId !== null && !byId.has(place.parentId))) return null;
  if (isBelow(byId, place.parentId, id)) return null;
  const children = childrenOf(items);
  if (depthOf(byId, place.parentId) + heightOf(children, id) > DEEPEST_LEVEL) return null;
  const siblings = (children.get(place.parentId) ?? []).filter((item) => item.id !== id);
  siblings.splice(Math.min(Math.max(place.index, 0), siblings.length), 0, { ...moved, parentId: place.parentId });
  const left = moved.parentId === place.parentId ? [] : (children.get(moved.parentId) ?? []).filter((item) => item.id !== id);
  const renumbered = [...siblings.map((item, order) => ({ ...item, order })), ...left.map((item, order) => ({ ...item, order }))];
  return renumbered.filter((item) => {
    const before = byId.get(item.id);
    return before?.order !== item.order || before.parentId !== item.parentId;
  });
}

function isBelow(byId: ReadonlyMap<string, Placed>, start: string | null, ancestor: string): boolean {
  for (let at = start; at !== null; at = byId.get(at)?.parentId ?? null) if (at === ancestor) return true;
  return false;
}

/** Levels above: 0 for the top. */
export function depthOf(byId: ReadonlyMap<string, Placed>, parentId: string | null): number {
  let depth = 0;
  for (let at = parentId; at !== null; at = byId.get(at)?.parentId ?? null) depth += 1;
  return depth;
}

function heightOf(children: ReadonlyMap<string | null, Placed[]>, id: string): number {
  return 1 + Math.max(0, ...(children.get(id) ?? []).map((child) => heightOf(children, child.id)));
}
