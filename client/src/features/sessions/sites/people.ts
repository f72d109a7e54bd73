import type { Attendance, AttendanceState, Guest, Session } from '../../../api/contract';

/** Somebody on the list of a site. */
export interface SitePerson {
  id: string;
  kind: 'member' | 'guest';
  name: string;
  nameEn: string | null;
  siteId: string | null;
  atSiteId: string | null;
  isThere: boolean;
  state: AttendanceState | Guest['state'];
  mode: 'room' | 'online' | null;
  checkedInAt: string | null;
}

const ofMember = (entry: Attendance): SitePerson => ({ ...entry, id: entry.memberId, kind: 'member', name: entry.title, nameEn: entry.titleEn, isThere: entry.state === 'checkedIn' });
const ofGuest = (guest: Guest): SitePerson => ({ ...guest, kind: 'guest', name: guest.name ?? guest.organisation ?? '', isThere: guest.state === 'checkedIn' });

/** Everybody of a session, members in protocol order first. */
export function peopleOf({ attendance, guests }: Session): SitePerson[] {
  return [...attendance.toSorted((a, b) => a.seatNumber - b.seatNumber).map(ofMember), ...guests.filter(({ state }) => state !== 'declined').map(ofGuest)];
}

/** Who is expected at a site, and who came there all the same. */
export function listOf(session: Session, siteId: string): SitePerson[] {
  return peopleOf(session).filter((person) => person.siteId === siteId || isAt(siteId, person));
}

export function isAt(siteId: string, { isThere, atSiteId }: SitePerson): boolean {
  return isThere && atSiteId === siteId;
}
