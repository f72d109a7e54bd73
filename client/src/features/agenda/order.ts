import type { AgendaItem } from '../../api/contract';

export interface Place { parentId: string | null; index: number }
export type Step = 'up' | 'down' | 'indent' | 'outdent';

export interface Row { item: AgendaItem; depth: number }

function childrenOf(items: readonly AgendaItem[], parentId: string | null): AgendaItem[] {
  return items.filter((item) => item.parentId === parentId).sort((a, b) => a.order - b.order);
}

/** The agenda as it is read: parents before their children. */
export function rowsOf(items: readonly AgendaItem[], parentId: string | null = null, depth = 0): Row[] {
  return childrenOf(items, parentId).flatMap((item) => [{ item, depth }, ...rowsOf(items, item.id, depth + 1)]);
}

function isWithin(items: readonly AgendaItem[], item: AgendaItem, ancestorId: string): boolean {
  if (item.id === ancestorId) return true;
  const parent = items.find(({ id }) => id === item.parentId);
  return parent !== undefined && isWithin(items, parent, ancestorId);
}

/** Where an item lands that is dropped on another: beside it, after it when it came from above. */
export function placeOnDrop(items: readonly AgendaItem[], movedId: string, overId: string): Place | null {
  const rows = rowsOf(items).map(({ item }) => item);
  const moved = rows.findIndex(({ id }) => id === movedId);
  const over = rows.findIndex(({ id }) => id === overId);
  const target = rows[over];
  if (moved === -1 || target === undefined || moved === over || isWithin(items, target, movedId)) return null;
  const siblings = childrenOf(items, target.parentId).filter(({ id }) => id !== movedId);
  const at = siblings.findIndex(({ id }) => id === overId);
  return { parentId: target.parentId, index: moved < over ? at + 1 : at };
}

/** Where an item goes by a key or a menu entry; null when it cannot go there. */
export function placeOnStep(items: readonly AgendaItem[], item: AgendaItem, step: Step): Place | null {
  const siblings = childrenOf(items, item.parentId);
  const at = siblings.findIndex(({ id }) => id === item.id);
  if (step === 'up') return at > 0 ? { parentId: item.parentId, index: at - 1 } : null;
  if (step === 'down') return at < siblings.length - 1 ? { parentId: item.parentId, index: at + 1 } : null;
  if (step === 'indent') {
    const before = siblings[at - 1];
    return before ? { parentId: before.id, index: childrenOf(items, before.id).length } : null;
  }
  const parent = items.find(({ id }) => id === item.parentId);
  if (!parent) return null;
  return { parentId: parent.parentId, index: childrenOf(items, parent.parentId).findIndex(({ id }) => id === parent.id) + 1 };
}
