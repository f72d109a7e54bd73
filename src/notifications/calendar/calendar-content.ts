import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { calendarWords, type Language } from '../delivery/message.js';

/** A session or a deadline, as a calendar shows it. */
export interface Entry {
  id: string;
  kind: 'session' | 'deadline';
  startsAt: Date;
  endsAt: Date;
  isOff: boolean;
  place: string | null;
  onlineLink: string | null;
  title: string;
  titleEn: string | null;
  body: string;
  bodyEn: string | null;
  sequence: number;
  changedAt: Date;
  /** Whether its words may lie on others' servers. */
  showsTitle: boolean;
}

/** How calendars are asked to look again. */
const EVERY_SECONDS = 15 * 60;

/**
 * A calendar by RFC 5545. The same entries give the same bytes. Who keeps a calendar elsewhere keeps it on a foreign server: where the body
 * does not allow it, an entry says neither title nor address of a video room.
 */
export function calendarOf(entries: readonly Entry[], { language, base }: { language: Language; base: string }): string {
  const calendar = ical({ name: 'e-Cabinet', prodId: { company: 'e-Cabinet', product: 'calendar', language: language.toUpperCase() }, ttl: EVERY_SECONDS });
  for (const entry of entries) {
    const { id, kind, startsAt, endsAt, isOff, place, sequence, changedAt, showsTitle, onlineLink } = entry;
    const event = calendar.createEvent({
      id: `${id}@e-cabinet`, sequence, stamp: changedAt, lastModified: changedAt, start: startsAt, end: endsAt, summary: summaryOf(entry, language),
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, url: kind === 'session' ? `${base}/sessions/${id}` : `${base}/opinion-requests/${id}`,
      transparency: kind === 'session' && !isOff ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
    if (place !== null && place !== '') event.location(place);
    if (showsTitle && onlineLink !== null) event.description(onlineLink);
  }
  return calendar.toString();
}

function summaryOf({ kind, title, titleEn, body, bodyEn, showsTitle }: Entry, language: Language): string {
  const words = calendarWords(language);
  const [ownTitle, ownBody] = language === 'en' ? [titleEn ?? title, bodyEn ?? body] : [title, body];
  if (kind === 'deadline') return showsTitle ? `${words.deadline}: ${ownTitle}` : words.deadline;
  return showsTitle ? ownTitle : words.of.replace('{{what}}', words.session).replace('{{body}}', ownBody);
}
