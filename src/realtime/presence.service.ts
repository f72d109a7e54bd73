import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { ChangedGateway } from './changed.gateway.js';
import type { PresenceDto } from './presence.dto.js';

const ACCOUNTS_SQL = `select a.member_id as "memberId", m.account_id as "accountId" from attendance a join member m on m.id = a.member_id where a.session_id = $1 and m.account_id is not null`;

/** Whose device listens now: before a vote is opened it is seen who could not vote. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly gateway: ChangedGateway,
  ) {}

  async read(actor: SignedIn, sessionId: string): Promise<PresenceDto> {
    const members = await this.transactor.run(async (tx) => {
      await this.sessions.hold(tx, actor, sessionId, 'session.run');
      return tx.query<{ memberId: string; accountId: string }>(ACCOUNTS_SQL, [sessionId]);
    });
    const connected = await this.gateway.connected();
    return { memberIds: members.filter(({ accountId }) => connected.has(accountId)).map(({ memberId }) => memberId) };
  }
}
