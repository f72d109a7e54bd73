import type { ChangedMessage } from '../contract/live-events.js';
import type { Delivery } from '../journal/sequencer.js';

const DISPLAYED = /^(session|agenda|turn|motion)\./;

/** Sessions of which a wall has to be read again, each with the highest number. What happened is not told to walls. */
export function displayedSessions(deliveries: Delivery[]): Map<string, number> {
  const sessions = new Map<string, number>();
  for (const { seq, type, ids: { sessionId } } of deliveries) if (sessionId !== undefined && DISPLAYED.test(type)) sessions.set(sessionId, seq);
  return sessions;
}

/** One message for each audience of a batch; the same news twice is told once. */
export function messagesOf(deliveries: Delivery[]): ChangedMessage[] {
  const messages = new Map<string, ChangedMessage & { seen: Set<string> }>();
  for (const { audience, prev, seq, type, ids } of deliveries) {
    const message = messages.get(audience) ?? { audience, prev, seq, changes: [], seen: new Set<string>() };
    message.seq = seq;
    const key = `${type} ${JSON.stringify(ids)}`;
    if (!message.seen.has(key)) {
      message.seen.add(key);
      message.changes.push({ type, ids });
    }
    messages.set(audience, message);
  }
  return [...messages.values()].map(({ audience, prev, seq, changes }) => ({ audience, prev, seq, changes }));
}
