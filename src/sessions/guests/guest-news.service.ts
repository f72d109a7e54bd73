import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/transactor.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { SessionRevocations } from '../../identity/session-revocations.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { Session } from '../session.entity.js';
import { audiencesOfSession } from '../sessions.repository.js';

interface GuestNews {
  session: Session;
  guest: { id: string; accountId: string | null; contactId?: string | null };
  facts: Record<string, unknown>;
  private?: Record<string, unknown>;
  /** The rooms of the guest's sockets are no longer right. */
  hasNewRights: boolean;
}

/** What happens to a guest: in the journal, and told to those who see the guests of the session and to the guest. */
@Injectable()
export class GuestNewsService {
  constructor(
    private readonly journal: Journal,
    private readonly revocations: SessionRevocations,
  ) {}

  async tell(tx: Tx, actor: SignedIn, news: GuestNews): Promise<void> {
    const { session, guest, facts, hasNewRights, ...rest } = news;
    const { bodyId, id: sessionId, sentAt } = session;
    // Before the invitations are sent the guest knows of nothing.
    const own = sentAt === null ? [] : [...new Set([guest.accountId, guest.contactId ?? null])].flatMap((id) => (id === null ? [] : [accountRoom(id)]));
    const audiences = [...audiencesOfSession(session), ...own];
    await this.journal.append(tx, { type: 'session.guest', actorId: actor.accountId, bodyId, audiences, ids: { bodyId, sessionId, guestId: guest.id }, facts, ...rest });
    const { accountId } = guest;
    // The socket comes back by itself at once, into the rooms of the rights it has then.
    if (hasNewRights && accountId !== null && sentAt !== null) tx.afterCommit(() => this.revocations.revokeAccount(accountId));
  }

  /** Who was the contact of a unit and is no longer: their desk has one thing less. */
  async tellContact(tx: Tx, actor: SignedIn, { session, guestId, contactId }: { session: Session; guestId: string; contactId: string }): Promise<void> {
    if (session.sentAt === null) return;
    const { bodyId, id: sessionId } = session;
    await this.journal.append(tx, { type: 'session.guest', actorId: actor.accountId, bodyId, audiences: [accountRoom(contactId)], ids: { bodyId, sessionId, guestId }, facts: { act: 'contactWithdrawn', kind: 'invitee' } });
  }
}
