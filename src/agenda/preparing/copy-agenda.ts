import type { Tx } from '../../database/transactor.js';
import { AgendaItem } from '../agenda-item.entity.js';
import type { TemplateItem } from './template.entity.js';

/** The agenda of a session as a template has it: without papers, positions and outcomes. */
export function treeOf(items: readonly AgendaItem[], parentId: string | null = null): TemplateItem[] {
  return items.filter((item) => item.parentId === parentId).sort((left, right) => left.order - right.order)
    .map(({ id, title, titleEn, kind, sponsor, minutes, withheld }) => ({ title, titleEn, kind, sponsor, minutes, withheld, children: treeOf(items, id) }));
}

/** Writes a tree of items into an empty place of a session's agenda. */
export async function writeTree(tx: Tx, into: { sessionId: string; bodyId: string }, tree: readonly TemplateItem[], parentId: string | null = null): Promise<void> {
  for (const [order, { children, ...item }] of tree.entries()) {
    const { id } = await tx.manager.save(AgendaItem, { ...into, ...item, parentId, order, summary: null });
    await writeTree(tx, into, children, id);
  }
}
