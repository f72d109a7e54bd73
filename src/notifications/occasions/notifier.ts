import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/transactor.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { ChannelsOpen } from '../delivery/channels-open.js';
import { DeliveryWaker } from '../delivery/delivery-waker.js';
import type { OccasionKind } from '../domain/occasions.js';
import { type Channel, planOf, type Planned, type Wishes } from '../domain/plan.js';
import { loadBodySetting } from '../settings/body-setting.js';
import type { Recipient } from './recipients.js';

/** What people are told of. */
export interface Occasion {
  kind: OccasionKind;
  /** What makes it the same one: nobody is told twice of it. */
  key: string;
  bodyId: string | null;
  requestId?: string;
  sessionId?: string;
  paperId?: string;
}

interface WishRow {
  accountId: string;
  channels: Channel[];
  email: string | null;
  phone: string | null;
  quietFrom: number | null;
  quietUntil: number | null;
  digestAt: number | null;
  hasDevice: boolean;
}

const WISHES_SQL = `select a.id as "accountId", coalesce(s.channels, '{push}') as channels, s.email, s.phone, s.quiet_from as "quietFrom", s.quiet_until as "quietUntil", s.digest_at as "digestAt",
    exists (select 1 from push_device d where d.account_id = a.id) as "hasDevice"
  from account a left join person_notification_setting s on s.account_id = a.id where a.id = any($1) and not a.disabled`;

const INSERT_SQL = `insert into notification (account_id, member_id, occasion, kind, body_id, request_id, session_id, paper_id)
  select r.account_id, r.member_id, $3, $4, $5, $6, $7, $8 from unnest($1::uuid[], $2::uuid[]) r(account_id, member_id) on conflict (account_id, occasion) do nothing returning id, account_id as "accountId"`;

const DELIVERIES_SQL = `insert into notification_delivery (notification_id, channel, due_at, state)
  select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[])`;

/** Writes down who is told of what, and by which ways: in one transaction with what it is about, once for each person and occasion. */
@Injectable()
export class Notifier {
  constructor(
    private readonly journal: Journal,
    private readonly channels: ChannelsOpen,
    private readonly waker: DeliveryWaker,
  ) {}

  /** @param only the one channel to use, whatever the person wishes: for tests of it @returns accounts that were told now */
  async notify(tx: Tx, occasion: Occasion, recipients: readonly Recipient[], only?: Channel): Promise<string[]> {
    return tx.asSystem(async () => {
      const wishes = await this.wishesOf(tx, recipients, only);
      const known = recipients.filter(({ accountId }) => wishes.has(accountId));
      const { key, kind, bodyId, requestId = null, sessionId = null, paperId = null } = occasion;
      const made = await tx.query<{ id: string; accountId: string }>(INSERT_SQL, [known.map((one) => one.accountId), known.map((one) => one.memberId), key, kind, bodyId, requestId, sessionId, paperId]);
      if (made.length === 0) return [];
      const body = bodyId === null ? null : await loadBodySetting(tx, bodyId);
      const allowed = this.channels.open.filter((channel) => body === null || body.channels.includes(channel));
      const now = await tx.now();
      await this.plan(tx, made.flatMap(({ id, accountId }) => planOf(kind, now, { wishes: wishes.get(accountId) ?? NO_WISHES, allowed }).map((planned) => ({ id, ...planned }))));
      const accounts = made.map(({ accountId }) => accountId);
      await this.journal.append(tx, { type: 'notification.made', actorId: null, bodyId, audiences: accounts.map(accountRoom), ids: {}, facts: { kind, people: made.length } });
      tx.afterCommit(() => this.waker.wake());
      return accounts;
    });
  }

  private async wishesOf(tx: Tx, recipients: readonly Recipient[], only?: Channel): Promise<Map<string, Wishes>> {
    const rows = await tx.query<WishRow>(WISHES_SQL, [recipients.map(({ accountId }) => accountId)]);
    return new Map(rows.map((row) => [row.accountId, only === undefined ? toWishes(row) : { channels: [only], quiet: null, digestAt: null }]));
  }

  private async plan(tx: Tx, deliveries: (Planned & { id: string })[]): Promise<void> {
    if (deliveries.length === 0) return;
    await tx.query(DELIVERIES_SQL, [deliveries.map(({ id }) => id), deliveries.map(({ channel }) => channel), deliveries.map(({ dueAt }) => dueAt), deliveries.map(({ gathered }) => (gathered ? 'gathering' : 'waiting'))]);
  }
}

const NO_WISHES: Wishes = { channels: [], quiet: null, digestAt: null };

/** A channel counts where the person can be reached by it. */
function toWishes({ channels, email, phone, hasDevice, quietFrom, quietUntil, digestAt }: WishRow): Wishes {
  const reachable = { mail: email !== null, push: hasDevice, sms: phone !== null };
  return { channels: channels.filter((channel) => reachable[channel]), quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil }, digestAt };
}
