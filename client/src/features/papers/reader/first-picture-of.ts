import { onLeaving } from '../../../api/leaving';
import type { PageSize } from './layout';
import { clampPage } from './layout';
import type { ReaderProps } from './reader-props';
import { rememberedPage } from './remembered-page';

/** The first page of a paper as a picture, which stands in its place until the page itself is painted. */
export interface FirstPicture {
  size: PageSize; count: number;
  /** Under way from the moment somebody asked for the paper; null when it did not come. */
  file: Promise<Blob | null>;
  canvas: HTMLCanvasElement | null;
  /** Whether it has been on screen. */
  isSeen: boolean;
  place: { page: number; share: number };
}

/** The one that was asked for last. */
let latest: { versionId: string; picture: FirstPicture } | null = null;
/** So many that were fetched stay, for who turns back to a paper: some megabytes. */
const MOST_KEPT = 24;
const kept = new Map<string, Blob>();
// Nobody who comes after finds another person's papers.
onLeaving(() => {
  latest = null;
  kept.clear();
});

async function fetchPicture(versionId: string): Promise<Blob | null> {
  const response = await fetch(`/api/paper-versions/${versionId}/first-page`, { priority: 'high' });
  if (!response.ok) return null;
  const blob = await response.blob();
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(versionId, blob);
  return blob;
}

/** Without a picture the reader waits for the page, as it would have to anyway. */
async function fileOf(versionId: string): Promise<Blob | null> {
  return kept.get(versionId) ?? (await fetchPicture(versionId).catch(() => null));
}

export type Asked = Pick<ReaderProps, 'version' | 'page' | 'shown' | 'changes'>;

/** Whether a paper opens at its first page. */
export function opensAtFirst({ version: { id, pages }, page, shown = null, changes = null }: Asked): boolean {
  return changes === null && (shown === null || shown.page === 1) && clampPage(page ?? rememberedPage(id), pages) === 1;
}

/** Asks for the picture of a paper that opens at its first page; null for one that opens elsewhere, or has none. */
export function pictureFor(asked: Asked): FirstPicture | null {
  const { id, firstPage, pages } = asked.version;
  if (firstPage === null || !opensAtFirst(asked)) return null;
  // A canvas without size is one that has made room for the page.
  if (latest?.versionId !== id || latest.picture.canvas?.width === 0) latest = { versionId: id, picture: { size: firstPage, count: pages, file: fileOf(id), canvas: null, isSeen: false, place: { page: 1, share: 0 } } };
  return latest.picture;
}
