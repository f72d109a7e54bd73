import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Transactor } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { administrators } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { ChannelsOpen } from './delivery/channels-open.js';
import { DeliveryWaker } from './delivery/delivery-waker.js';
import type { Channel } from './domain/plan.js';
import type { DeliveriesDto, DeliveriesQueryDto, DeliveryCountDto, DeliveryDto } from './notifications.dto.js';
import { Notifier } from './occasions/notifier.js';

const PAGE = 100;

type Row = Omit<DeliveryDto, 'at' | 'dueAt' | 'endedAt' | 'canRetry'> & { at: Date; dueAt: Date; endedAt: Date | null };

const LIST_SQL = `select d.id, d.created_at as at, n.kind, d.channel, d.state, a.name, a.name_en as "nameEn", a.username, d.tries, d.due_at as "dueAt", d.ended_at as "endedAt", d.last_error as "lastError"
  from notification_delivery d join notification n on n.id = d.notification_id join account a on a.id = n.account_id
  where ($1::text is null or d.state = $1) and ($2::text is null or d.channel = $2) and ($3::text is null or n.kind = $3)
    and ($4::text is null or position(lower($4) in lower(a.name || ' ' || coalesce(a.name_en, '') || ' ' || a.username)) > 0) and ($5::timestamptz is null or d.created_at < $5)
  order by d.created_at desc, d.id limit ${PAGE + 1}`;
const COUNTS_SQL = 'select state, count(*)::int as count from notification_delivery group by 1 order by 1';
const RETRY_SQL = `update notification_delivery set state = 'waiting', tries = 0, due_at = clock_timestamp(), lease_until = null, ended_at = null where id = $1 and state = 'failed' returning id`;
const REACHABLE_SQL = `select s.email is not null as mail, s.phone is not null as sms, exists (select 1 from push_device d where d.account_id = a.id) as push
  from account a left join person_notification_setting s on s.account_id = a.id where a.id = $1`;

/** What went out and what failed: for who keeps the system running, who sees neither what it was about nor where it went. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly channels: ChannelsOpen,
    private readonly waker: DeliveryWaker,
    private readonly notifier: Notifier,
  ) {}

  async list(query: DeliveriesQueryDto): Promise<DeliveriesDto> {
    const { state = null, channel = null, kind = null, q = null, before = null } = query;
    return this.transactor.snapshot(async (from) => {
      const rows = await from.query<Row>(LIST_SQL, [state, channel, kind, q?.trim() || null, before]);
      return { deliveries: rows.slice(0, PAGE).map(toDeliveryDto), more: rows.length > PAGE, counts: await from.query<DeliveryCountDto>(COUNTS_SQL), open: [...this.channels.open] };
    });
  }

  async retry(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const [known] = await tx.query('select 1 from notification_delivery where id = $1', [id]);
      if (!known) throw new Refusal('notFound');
      const [retried] = await tx.query(RETRY_SQL, [id]);
      if (!retried) throw new Refusal('deliveryStateForbids');
      await this.journal.append(tx, { type: 'notification.retried', actorId: actor.accountId, bodyId: null, audiences: [administrators], ids: {}, facts: { deliveryId: id } });
      tx.afterCommit(() => this.waker.wake());
    });
  }

  /** A message to oneself, at once, whatever one's settings are. @throws Refusal channelOff, addressMissing */
  async test(actor: SignedIn, channel: Channel): Promise<void> {
    refuseIf(this.channels.has(channel) ? null : 'channelOff', { channel });
    await this.transactor.run(async (tx) => {
      const [reachable] = await tx.query<Record<Channel, boolean>>(REACHABLE_SQL, [actor.accountId]);
      refuseIf(reachable?.[channel] ? null : 'addressMissing');
      await this.notifier.notify(tx, { kind: 'test', key: `test:${randomUUID()}`, bodyId: null }, [{ accountId: actor.accountId, memberId: null }], channel);
    });
  }
}

function toDeliveryDto({ at, dueAt, endedAt, ...row }: Row): DeliveryDto {
  return { ...row, at: at.toISOString(), dueAt: dueAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, canRetry: row.state === 'failed' };
}
