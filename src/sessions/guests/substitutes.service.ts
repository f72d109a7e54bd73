import { Injectable } from '@nestjs/common';
import { isDuplicate, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { Account } from '../../identity/account.entity.js';
import type { SignedIn } from '../../identity/session-reader.js';
import type { Session } from '../session.entity.js';
import { GuestNewsService } from './guest-news.service.js';
import { SessionGuest } from './session-guest.entity.js';

const IS_REHEARSAL_SQL = `select 1 from body where id = $1 and kind = 'rehearsal'`;
const SITE_SQL = `select site_id as "siteId" from attendance where session_id = $1 and member_id = $2`;
const HAS_SEAT_SQL = `select 1 from account_right where account_id = $1 and body_id = $2 and roles && array['member','chair','secretariat','officer','clerk','assistant']`;

/** Who comes for a member: by name, or a person who signs in. */
@Injectable()
export class SubstitutesService {
  constructor(private readonly news: GuestNewsService) {}

  /** Names a substitute in place of the one named before; gives the name by which they are known. */
  async put(tx: Tx, actor: SignedIn, of: { session: Session; memberId: string; accountId: string | undefined; name: string | undefined }): Promise<string> {
    const { session, memberId } = of;
    const account = of.accountId === undefined ? null : await this.person(tx, { accountId: of.accountId, bodyId: session.bodyId });
    await this.withdraw(tx, actor, { session, memberId });
    const name = of.name?.trim() || account?.name || '';
    // Who comes for somebody comes where they were expected.
    const [expected] = await tx.query<{ siteId: string | null }>(SITE_SQL, [session.id, memberId]);
    const row = { siteId: expected?.siteId ?? null, sessionId: session.id, kind: 'substitute' as const, accountId: account?.id ?? null, name, organisation: null, memberId, state: 'invited' as const, mode: null, checkedInAt: null };
    const guest = await once(() => tx.manager.save(SessionGuest, row));
    await this.news.tell(tx, actor, { session, guest, facts: { act: 'named', kind: 'substitute' }, hasNewRights: true, private: { name } });
    return name;
  }

  /** The member comes: the substitute is no longer let in. */
  async withdraw(tx: Tx, actor: SignedIn, of: { session: Session; memberId: string }): Promise<void> {
    const guest = await tx.manager.findOneBy(SessionGuest, { sessionId: of.session.id, memberId: of.memberId });
    if (guest === null) return;
    await tx.manager.delete(SessionGuest, { id: guest.id });
    await this.news.tell(tx, actor, { session: of.session, guest, facts: { act: 'withdrawn', kind: 'substitute' }, hasNewRights: true });
  }

  /** Somebody with an account who is not of the body already: who is has other rights, which a guest's must not cut short or widen. */
  async person(tx: Tx, of: { accountId: string; bodyId: string }): Promise<Account> {
    // What is only tried brings nobody an invitation.
    const [rehearsal] = await tx.query(IS_REHEARSAL_SQL, [of.bodyId]);
    if (rehearsal) throw new Refusal('guestOfRehearsal');
    const account = found(await tx.manager.findOneBy(Account, { id: of.accountId, disabled: false }));
    const [seat] = await tx.query(HAS_SEAT_SQL, [account.id, of.bodyId]);
    if (seat) throw new Refusal('guestOfOwnBody', { name: account.name });
    return account;
  }
}

/** A person is a guest of a session once. */
export async function once<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('guestTwice');
    throw error;
  }
}
