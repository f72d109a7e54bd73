import { isUrgent, type OccasionKind } from './occasions.js';
import { heldUntil, nextAt, type QuietHours } from './quiet-hours.js';

export const CHANNELS = ['mail', 'push', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a person wants to be told. */
export interface Wishes {
  /** Channels the person wants and can be reached by. */
  channels: readonly Channel[];
  quiet: QuietHours | null;
  /** Minute of the day in Viet Nam at which what is not urgent comes together; null: each at once. */
  digestAt: number | null;
}

export interface Planned {
  channel: Channel;
  dueAt: Date;
  /** Waits to be gathered with others. */
  gathered: boolean;
}

/**
 * What goes out, and when. Quiet hours hold everything until they end; a digest takes what is not urgent, by mail or else by push; messages to
 * telephones are for what is urgent alone. In the app it stands at once, which is not planned here.
 */
export function planOf(kind: OccasionKind, now: Date, { wishes, allowed }: { wishes: Wishes; allowed: readonly Channel[] }): Planned[] {
  const open = CHANNELS.filter((channel) => allowed.includes(channel) && wishes.channels.includes(channel));
  const { quiet, digestAt } = wishes;
  if (isUrgent(kind)) return open.map((channel) => ({ channel, dueAt: heldUntil(now, quiet), gathered: false }));
  const quieter = open.filter((channel) => channel !== 'sms');
  if (digestAt === null) return quieter.map((channel) => ({ channel, dueAt: heldUntil(now, quiet), gathered: false }));
  const dueAt = heldUntil(nextAt(now, digestAt), quiet);
  return quieter.slice(0, 1).map((channel) => ({ channel, dueAt, gathered: true }));
}
