import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import type { OccasionKind } from '../domain/occasions.js';
import type { Channel } from '../domain/plan.js';
import type { Language } from './message.js';
import { MAY_KNOW, STILL_SO } from './standing.js';

/** So many are taken at a time; a node that dies keeps no more from going out than these, and no longer than the lease. */
const BATCH = 20;

/** A delivery that this node has taken. */
export interface Taken {
  id: string;
  channel: Channel;
  tries: number;
  accountId: string;
  kind: OccasionKind;
  language: Language;
  email: string | null;
  phone: string | null;
  isAssistant: boolean;
  mayKnow: boolean;
  stillSo: boolean;
  /** How many a digest gathers that may still be known and are still so. */
  count: number;
}

const TAKE_SQL = `with taken as (select d.id from notification_delivery d where d.state = 'waiting' and d.due_at <= clock_timestamp() and (d.lease_until is null or d.lease_until < clock_timestamp())
    order by d.due_at, d.id limit ${BATCH} for update skip locked)
  update notification_delivery d set lease_until = clock_timestamp() + interval '60 seconds', leased_by = $1, tries = d.tries + 1 from taken where d.id = taken.id returning d.id`;

const DETAILS_SQL = `select d.id, d.channel, d.tries, n.account_id as "accountId", n.kind, a.language, s.email, s.phone, not a.disabled and ${MAY_KNOW} as "mayKnow", ${STILL_SO} as "stillSo",
    n.member_id is not null and not exists (select 1 from member m where m.id = n.member_id and m.account_id = n.account_id) as "isAssistant",
    case when n.kind = 'digest' then (select count(*)::int from (select n.* from notification_delivery g join notification n on n.id = g.notification_id where g.digest_id = d.notification_id) n where ${MAY_KNOW} and ${STILL_SO}) else 0 end as count
  from notification_delivery d join notification n on n.id = d.notification_id join account a on a.id = n.account_id left join person_notification_setting s on s.account_id = a.id where d.id = any($1)`;

const END_SQL = `update notification_delivery set state = $3, last_error = $4, ended_at = clock_timestamp(), lease_until = null where id = $1 and leased_by = $2`;
const LATER_SQL = `update notification_delivery set due_at = clock_timestamp() + make_interval(secs => $3), last_error = $4, lease_until = null where id = $1 and leased_by = $2`;

/** The queue of deliveries: taken by a lease of the database's clock, so that what a dead node had goes on at another. */
@Injectable()
export class DeliveryQueue {
  constructor(private readonly transactor: Transactor) {}

  /** @param taking names this taking: its leases */
  async take(taking: string): Promise<Taken[]> {
    return this.transactor.run(async (tx) => {
      const taken = await tx.query<{ id: string }>(TAKE_SQL, [taking]);
      return taken.length === 0 ? [] : tx.query<Taken>(DETAILS_SQL, [taken.map(({ id }) => id)]);
    });
  }

  async end(taking: string, id: string, { state, why }: { state: 'sent' | 'failed' | 'dropped'; why: string | null }): Promise<void> {
    await this.transactor.query(END_SQL, [id, taking, state, why]);
  }

  async later(taking: string, id: string, { seconds, why }: { seconds: number; why: string }): Promise<void> {
    await this.transactor.query(LATER_SQL, [id, taking, seconds, why]);
  }
}
