// How large the picture of a page is. A page may be 14,400 points wide (PDF 32000-1, annex C) or one: neither may cost more than any other.
const [WIDTH, HIGHEST, PIXELS_MOST, LARGEST_SCALE] = [1240, 2480, 2_500_000, 4];

/** Pixels for a page of so many points, or null for one that has no area. */
export function pictureSize({ width, height }) {
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) return null;
  const scale = Math.min(WIDTH / width, HIGHEST / height, Math.sqrt(PIXELS_MOST / (width * height)), LARGEST_SCALE);
  return { width: Math.max(1, Math.floor(width * scale + 0.5)), height: Math.max(1, Math.floor(height * scale + 0.5)) };
}

/** Half an A4 page of text at this width takes 30 to 100 kB, a dense one 150; a photograph more. */
export const [AIM_BYTES, MOST_BYTES] = [160_000, 250_000];

/** What is tried one after the other until a picture is small enough: letters stay sharp longest when the quality goes before the size. */
export const TRIES = [{ scale: 1, quality: 60 }, { scale: 1, quality: 40 }, { scale: 0.8, quality: 40 }, { scale: 0.6, quality: 30 }];
