import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import type { GuestKind } from '../../identity/domain/policy.js';
import type { GuestState } from '../../sessions/domain/guests.js';
import { SessionGuest } from '../../sessions/guests/session-guest.entity.js';
import { SessionGuestItem } from './guest-item.entity.js';

export interface GuestRow {
  id: string;
  sessionId: string;
  kind: GuestKind;
  accountId: string | null;
  name: string | null;
  nameEn: string | null;
  organisation: string | null;
  memberId: string | null;
  itemIds: string[];
  state: GuestState;
  mode: 'room' | 'online' | null;
  checkedInAt: Date | null;
  siteId: string | null;
  atSiteId: string | null;
  contactId: string | null;
  contactName: string | null;
  nameUntil: Date | null;
}

const GUESTS_SQL = `select g.id, g.session_id as "sessionId", g.kind, g.account_id as "accountId", g.name, case when g.name = a.name then a.name_en end as "nameEn", g.organisation, g.member_id as "memberId",
    array(select i.item_id from session_guest_item i where i.guest_id = g.id) as "itemIds", g.state, g.mode, g.checked_in_at as "checkedInAt", g.site_id as "siteId", g.at_site_id as "atSiteId", g.contact_id as "contactId", k.name as "contactName", g.name_until as "nameUntil"
  from session_guest g left join account a on a.id = g.account_id left join account k on k.id = g.contact_id left join member m on m.id = g.member_id left join seat s on s.id = m.seat_id`;

@Injectable()
export class GuestsRepository {
  /** Substitutes in protocol order, then who is invited. */
  async ofSession(db: Queryable, sessionId: string): Promise<GuestRow[]> {
    return db.query<GuestRow>(`${GUESTS_SQL} where g.session_id = $1 order by s.number nulls last, g.organisation, g.name`, [sessionId]);
  }

  /** Where a person is a guest, in any state. */
  async ofAccount(db: Queryable, accountId: string): Promise<GuestRow[]> {
    return db.query<GuestRow>(`${GUESTS_SQL} where g.account_id = $1`, [accountId]);
  }

  /** Locks a guest's entry for a change. */
  async lock(tx: Tx, id: string): Promise<SessionGuest> {
    return found(await tx.manager.findOne(SessionGuest, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** Invites to these items and no others; `notFound` for one of another session. */
  async setItems(tx: Tx, guest: { id: string; sessionId: string }, itemIds: string[]): Promise<void> {
    const wanted = [...new Set(itemIds)];
    const known = await tx.query('select 1 from agenda_item where session_id = $1 and id = any($2::uuid[])', [guest.sessionId, wanted]);
    if (known.length !== wanted.length) found(null);
    await tx.manager.delete(SessionGuestItem, { guestId: guest.id });
    await tx.manager.insert(SessionGuestItem, wanted.map((itemId) => ({ guestId: guest.id, itemId })));
  }

  /** As whom a guest speaks: a substitute for the member, an invitee in their own name. */
  async speakerOf(tx: Tx, sessionId: string, accountId: string): Promise<{ memberId: string | null; accountId: string; name: string | null }> {
    const guest = found(await tx.manager.findOneBy(SessionGuest, { sessionId, accountId }));
    return { memberId: guest.memberId, accountId, name: guest.name ?? guest.organisation };
  }
}
