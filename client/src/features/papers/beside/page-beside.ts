/** What the other version's page follows from. */
export interface PageShift { kind: 'added' | 'removed' | 'changed' | 'moved'; olderPage: number; newerPage: number; shift: number }

/** The page of the other version that shows the same: as many pages off as after the last change before it. Where a page is gone or was put in, the one behind it counts. */
export function pageBeside(page: number, changes: readonly PageShift[], isFromNewer: boolean): number {
  const gap = isFromNewer ? 'removed' : 'added';
  const before = changes.findLast((change) => change.kind !== 'moved' && (isFromNewer ? change.newerPage : change.olderPage) < page + (change.kind === gap ? 1 : 0));
  const shift = before?.shift ?? 0;
  return Math.max(1, isFromNewer ? page - shift : page + shift);
}
