import { randomUUID } from 'node:crypto';
import type { Option, OptionLimits } from './domain/options.js';
import type { Motion } from './motion.entity.js';

/** Options as they are kept: each with an id of its own. */
export function withIds(options: readonly { label: string; labelEn?: string | undefined }[]): Option[] {
  return options.map(({ label, labelEn }) => ({ id: randomUUID(), label: label.trim(), labelEn: labelEn?.trim() || null }));
}

/** Whether something of a counted motion is left to decide: the whole, or the last place among equal ones. */
export function isUndecided({ decision }: Pick<Motion, 'decision'>): boolean {
  return decision?.outcome === 'undecided' || (decision?.options?.some(({ tied }) => tied) ?? false);
}

/** What is put when a choice is put again: after a tie the tied options for the places that are left, else the same. */
export function optionsToRepeat({ options, most, places, decision }: Pick<Motion, 'options' | 'most' | 'places' | 'decision'>): { options: Option[] | null; limits: OptionLimits | null } {
  if (options === null || most === null || places === null) return { options: null, limits: null };
  const results = decision?.options ?? [];
  const tied = options.filter(({ id }) => results.some((result) => result.id === id && result.tied));
  if (tied.length === 0) return { options, limits: { most, places } };
  const left = places - results.filter(({ chosen }) => chosen).length;
  return { options: tied, limits: { most: Math.min(most, left), places: left } };
}
