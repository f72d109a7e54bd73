import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { RequestsRepository } from '../../opinions/requests.repository.js';
import { Notifier } from './notifier.js';
import type { MemberRemindersDto } from '../notifications.dto.js';
import { askedOf } from './recipients.js';

/** Who was reminded by hand a moment ago is not reminded again by a second click. */
const RECENT_SQL = `select distinct account_id as "accountId" from notification where request_id = $1 and kind = 'requestReminded' and created_at > clock_timestamp() - interval '10 minutes'`;
const LAST_SQL = `select member_id as "memberId", max(created_at) as at from notification where request_id = $1 and kind in ('requestDue', 'requestOverdue', 'requestReminded') and member_id is not null group by 1`;

/** The office reminds one member, or all whose answer is missing. */
@Injectable()
export class HandRemindersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestsRepository,
    private readonly notifier: Notifier,
  ) {}

  async list(actor: SignedIn, requestId: string): Promise<MemberRemindersDto> {
    return this.transactor.run(async (tx) => {
      const request = await this.requests.hold(tx, actor, requestId, 'opinion.prepare');
      const rows = await tx.asSystem(() => tx.query<{ memberId: string; at: Date }>(LAST_SQL, [requestId]));
      return { reminders: rows.map(({ memberId, at }) => ({ memberId, at: at.toISOString() })), can: { remind: request.state === 'sent' && permits(actor, 'opinion.prepare', request.bodyId) } };
    });
  }

  /** @returns how many were reminded @throws Refusal requestStateForbids, remindedJustNow */
  async remind(actor: SignedIn, requestId: string, memberIds: readonly string[] | null): Promise<number> {
    return this.transactor.run(async (tx) => {
      const request = await this.requests.lock(tx, actor, requestId, 'opinion.prepare');
      if (request.state !== 'sent') throw new Refusal('requestStateForbids', { state: request.state });
      const missing = (await askedOf(tx, requestId, true)).filter(({ memberId }) => memberIds === null || (memberId !== null && memberIds.includes(memberId)));
      const recent = new Set((await tx.asSystem(() => tx.query<{ accountId: string }>(RECENT_SQL, [requestId]))).map(({ accountId }) => accountId));
      const people = missing.filter(({ accountId }) => !recent.has(accountId));
      if (missing.length > 0 && people.length === 0) throw new Refusal('remindedJustNow', { retryAfterSeconds: 600 });
      const told = await this.notifier.notify(tx, { kind: 'requestReminded', key: `hand:${randomUUID()}`, bodyId: request.bodyId, requestId }, people);
      return told.length;
    });
  }
}
