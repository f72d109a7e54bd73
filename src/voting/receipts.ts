import { randomBytes } from 'node:crypto';

/** Sixteen letters and digits that are told apart when read aloud. */
export function newReceipt(): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return [...randomBytes(16)].map((byte, index) => `${index > 0 && index % 4 === 0 ? '-' : ''}${letters[byte % 32] ?? ''}`).join('');
}

/** What the journal proves of the chosen options; nothing where there are none to choose. */
export function selectedPart(selected: string | null): { selected?: string[] } {
  return selected === null ? {} : { selected: selected.split(',') };
}
