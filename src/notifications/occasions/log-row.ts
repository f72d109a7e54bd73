import type { EventIds } from '../../contract/live-events.js';

/** A numbered row of the log. */
export interface LogRow {
  seq: string;
  type: string;
  actorId: string | null;
  bodyId: string | null;
  ids: EventIds;
  facts: Record<string, unknown>;
  audiences: string[];
}
