import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import type { Site } from '../../http/origin.js';
import { Refusal, found } from '../../http/refusal.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { demandFresh } from '../devices/fresh.js';
import type { SignedIn } from '../session-reader.js';
import { waysIn } from '../ways-in.js';
import { PasskeyCeremonies } from './passkey-ceremonies.service.js';
import type { EnrolPasskeyDto, NewCredentialDto } from './passkeys.dto.js';

interface Person {
  accountId: string;
  username: string;
  displayName: string;
}

/** A person's own passkeys: enrolled, named, removed. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly transactor: Transactor,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly sessions: AccountSessions,
    private readonly journal: Journal,
  ) {}

  async enrolOptions(actor: SignedIn, site: Site): Promise<object> {
    const person = await this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      return personOf(tx, actor.accountId);
    });
    return this.ceremonies.enrolOptions({ purpose: 'enrol', holder: `session:${actor.sessionId}`, site }, person);
  }

  async enrol(actor: SignedIn, site: Site, dto: EnrolPasskeyDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      await this.keep(tx, { accountId: actor.accountId, holder: `session:${actor.sessionId}`, site }, dto);
      await this.sessions.release(tx, actor);
    });
  }

  /** For who holds an invitation and for who is signed in: the answer to the challenge of this holder. */
  async keep(tx: Tx, to: { accountId: string; holder: string; site: Site }, dto: { name: string; credential: NewCredentialDto }): Promise<void> {
    const person = { ...(await personOf(tx, to.accountId)), name: dto.name.normalize('NFC').trim() };
    const facts = await this.ceremonies.enrol(tx, { purpose: 'enrol', holder: to.holder, site: to.site }, { person, response: dto.credential });
    await this.tell(tx, 'identity.passkeyEnrolled', to.accountId, facts);
  }

  async rename(actor: SignedIn, id: string, name: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const renamed = await tx.query('update passkey set name = $3 where id = $1 and account_id = $2 returning id', [id, actor.accountId, name.normalize('NFC').trim()]);
      found(renamed[0]);
      await this.journal.append(tx, { type: 'identity.changed', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: { accountId: actor.accountId } });
    });
  }

  /** Refuses when nothing else would open the account. */
  async remove(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      await tx.query('select 1 from account where id = $1 for update', [actor.accountId]);
      const [removed] = await tx.query<{ credential_id: string }>('delete from passkey where id = $1 and account_id = $2 returning credential_id', [id, actor.accountId]);
      const { credential_id: credentialId } = found(removed);
      const left = await waysIn(tx, actor.accountId);
      if (!left.any) throw new Refusal('lastWayIn');
      await this.tell(tx, 'identity.passkeyRemoved', actor.accountId, { credentialId });
    });
  }

  private tell(tx: Tx, type: 'identity.passkeyEnrolled' | 'identity.passkeyRemoved', accountId: string, facts: Record<string, unknown>): Promise<void> {
    return this.journal.append(tx, { type, actorId: accountId, bodyId: null, audiences: [accountRoom(accountId), administrators], ids: { accountId }, facts });
  }
}

async function personOf(tx: Tx, accountId: string): Promise<Person> {
  const [person] = await tx.query<Person>('select id as "accountId", username, name as "displayName" from account where id = $1', [accountId]);
  return found(person);
}
