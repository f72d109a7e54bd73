import type { Choice } from '../../bodies/domain/rule-set.js';

/** Whether the made-up member with this number (from 0) comes: most do, so that there is a quorum and somebody is missing. */
export function arrives(index: number): boolean {
  return index % 6 !== 5;
}

/** What a made-up member answers; null: does not vote. Most agree, and every kind of answer occurs. */
export function answerOf(index: number, put: { choices: readonly Choice[]; options: readonly { id: string }[] | null; most: number }): { choice: Choice; text?: string; selected?: string[] } | null {
  const { choices, options, most } = put;
  if (index % 9 === 8) return null;
  if (options !== null) return index % 7 === 6 ? { choice: 'abstain' } : { choice: 'agree', selected: pick(options.map(({ id }) => id), index, most) };
  if (index % 7 === 6 && choices.includes('disagree')) return { choice: 'disagree' };
  if (index % 11 === 10 && choices.includes('otherOpinion')) return { choice: 'otherOpinion', text: '…' };
  return { choice: 'agree' };
}

/** Some of the options, for most members from the first on. */
function pick(ids: readonly string[], index: number, most: number): string[] {
  const start = index % 4 === 3 ? 1 : 0;
  return Array.from({ length: Math.min(most, ids.length) }, (_, at) => ids[(start + at) % ids.length] ?? '').sort();
}
