import type { SessionState } from './session-states.js';

/** Sites are made, and people placed at them, until the session is over. */
export function takesSites(state: SessionState): boolean {
  return state !== 'ended' && state !== 'concluded' && state !== 'cancelled';
}

/** The site at which somebody checks in; null in the room, and for other acts. */
export function siteOf({ act, mode, siteId }: { act: string; mode?: 'room' | 'online' | undefined; siteId?: string | undefined }): string | null {
  return act === 'checkIn' && mode === 'online' ? (siteId ?? null) : null;
}
