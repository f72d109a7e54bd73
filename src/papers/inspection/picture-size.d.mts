export function pictureSize(points: { width: number; height: number }): { width: number; height: number } | null;
export const AIM_BYTES: number;
export const MOST_BYTES: number;
export const TRIES: readonly { scale: number; quality: number }[];
