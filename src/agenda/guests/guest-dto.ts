import { permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { type GuestAct, takesGuests, whyCannotAnswer } from '../../sessions/domain/guests.js';
import type { SessionState } from '../../sessions/domain/session-states.js';
import type { GuestRow } from './guests.repository.js';
import type { GuestDto } from './guests.dto.js';

/** A guest as this person may see them. */
export function toGuestDto(row: GuestRow, actor: SignedIn, session: { bodyId: string; state: SessionState }): GuestDto {
  const { sessionId: _session, checkedInAt, accountId, contactId, contactName, nameUntil, ...rest } = row;
  const isMe = accountId === actor.accountId;
  const prepares = permits(actor, 'session.prepare', session.bodyId);
  const edits = prepares && row.kind === 'invitee' && takesGuests(session.state);
  const answers = isMe || permits(actor, 'session.run', session.bodyId);
  const may = (act: GuestAct): boolean => answers && whyCannotAnswer(act, row.state, { session: session.state, mode: 'room' }) === null;
  return {
    ...rest, contactId: prepares ? contactId : null, contactName: prepares ? contactName : null, nameUntil: prepares ? (nameUntil?.toISOString() ?? null) : null,
    accountId: prepares || isMe ? accountId : null, checkedInAt: checkedInAt?.toISOString() ?? null, isMe,
    can: { edit: edits, remove: edits, confirm: may('confirm'), decline: may('decline'), checkIn: may('checkIn'), leave: may('leave') },
  };
}
