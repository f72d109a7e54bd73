import { queryOptions } from '@tanstack/react-query';
import type { Changed, FoundPerson, Guest, GuestAct, Invitation, Invite, UnitInvitation } from '../../api/contract';
import { http } from '../../api/http';
import { invitationsKey } from './keys';

export const invitationsQuery = queryOptions({ queryKey: invitationsKey, queryFn: ({ signal }) => http.get<{ invitations: Invitation[] }>('/invitations', signal) });
export const unitInvitationsQuery = queryOptions({ queryKey: [...invitationsKey, 'units'], queryFn: ({ signal }) => http.get<{ invitations: UnitInvitation[] }>('/unit-invitations', signal) });
export const peopleQuery = (bodyId: string, name: string) =>
  queryOptions({ queryKey: ['people', bodyId, name], queryFn: ({ signal }) => http.get<{ people: FoundPerson[] }>(`/bodies/${bodyId}/people?name=${encodeURIComponent(name)}`, signal) });

export const invite = (sessionId: string, entry: Invite) => http.post<Changed>(`/sessions/${sessionId}/guests`, entry);
export const changeInvitation = (guestId: string, entry: Invite) => http.put<Changed>(`/guests/${guestId}`, entry);
export const withdrawInvitation = (guestId: string) => http.delete(`/guests/${guestId}`);
/** By oneself, or by the office for the guest. */
export const actOnGuest = ({ id, isMe }: Guest, entry: GuestAct) => http.post<Changed>(`/${isMe ? 'invitations' : 'guests'}/${id}/acts`, entry);
export const nameForUnit = (guestId: string, entry: { name: string } | { myself: true }) => http.put<Changed>(`/unit-invitations/${guestId}/name`, entry);
