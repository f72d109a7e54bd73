import type { Changed, SiteFields } from '../../../api/contract';
import { http } from '../../../api/http';
import { recordAttendance } from '../api';
import type { SitePerson } from './people';

export const makeSite = (sessionId: string, fields: SiteFields) => http.post<Changed>(`/sessions/${sessionId}/sites`, fields);
export const changeSite = (siteId: string, fields: SiteFields) => http.put<Changed>(`/sites/${siteId}`, fields);
export const placePeople = (siteId: string, people: { memberIds: string[]; guestIds: string[] }) => http.put<Changed>(`/sites/${siteId}/people`, people);
export const removeSite = (siteId: string) => http.delete(`/sites/${siteId}`);

/** What the secretariat records for somebody at a site. */
export function recordAtSite(of: { sessionId: string; siteId: string }, person: SitePerson): Promise<Changed> {
  const entry = person.isThere ? { act: 'leave' as const } : { act: 'checkIn' as const, mode: 'online' as const, siteId: of.siteId };
  return person.kind === 'member' ? recordAttendance(of.sessionId, { memberId: person.id, ...entry }) : http.post<Changed>(`/guests/${person.id}/acts`, entry);
}
