import type { ErrorCode } from '../../contract/error-codes.js';
import type { SessionState } from '../../sessions/domain/session-states.js';

export const TURN_KINDS = ['presentation', 'speech', 'intervention', 'pointOfOrder'] as const;
/** Presenting a matter, speaking on it, answering the speaker, or a point of order. */
export type TurnKind = (typeof TURN_KINDS)[number];

export type TurnState = 'waiting' | 'speaking' | 'done' | 'withdrawn';

/** What the queue is ordered by. */
export interface Queued {
  id: string;
  kind: TurnKind;
  order: number;
}

/** A point of order is heard at once, an answer after the one who speaks, then who presents, then the others in their order. */
const BEFORE: Record<TurnKind, number> = { pointOfOrder: 0, intervention: 1, presentation: 2, speech: 3 };

/** Who speaks next comes first. (product/rules.md §2, order of business) */
export function queueOf<T extends Queued>(waiting: readonly T[]): T[] {
  return [...waiting].sort((left, right) => BEFORE[left.kind] - BEFORE[right.kind] || left.order - right.order || (left.id < right.id ? -1 : 1));
}

/** Orders after a turn was put at a place among those of its kind: only of turns that changed. */
export function moveTurn(waiting: readonly Queued[], id: string, index: number): Queued[] {
  const moved = waiting.find((turn) => turn.id === id);
  if (!moved) return [];
  const others = queueOf(waiting.filter((turn) => turn.kind === moved.kind && turn.id !== id));
  others.splice(Math.min(Math.max(index, 0), others.length), 0, moved);
  return others.map((turn, order) => ({ ...turn, order })).filter((turn, order) => waiting.find(({ id: same }) => same === turn.id)?.order !== order);
}

/** Why nobody can ask for the floor, or be given it, now; null when they can. */
export function whyCannotSpeak(session: SessionState): ErrorCode | null {
  return session === 'inSession' ? null : 'sessionNotRunning';
}

/** Seconds a turn took: until it ended, else until now. */
export function secondsOf(turn: { startedAt: Date | null; endedAt: Date | null }, now: Date): number {
  if (turn.startedAt === null) return 0;
  return Math.max(0, Math.round(((turn.endedAt ?? now).getTime() - turn.startedAt.getTime()) / 1000));
}
