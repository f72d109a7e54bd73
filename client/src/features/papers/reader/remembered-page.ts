export const keyOfPage = (versionId: string): string => `reader.page.${versionId}`;

/** Where a version was left. */
export function rememberedPage(versionId: string): number {
  return Number(window.localStorage.getItem(keyOfPage(versionId)) ?? '1') || 1;
}
