import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Journal } from '../../journal/journal.js';

/** One node gathers at a time: a person's day becomes one digest. */
const DIGEST_LOCK = 7_225_034;

interface Gathered {
  accountId: string;
  channel: string;
  ids: string[];
}

const DUE_SQL = `select n.account_id as "accountId", d.channel, array_agg(d.id order by d.due_at, d.id) as ids from notification_delivery d join notification n on n.id = d.notification_id
  where d.state = 'gathering' and d.due_at <= clock_timestamp() group by 1, 2`;

/** Makes one message of all that waited for the hour of a person's digest. */
@Injectable()
export class Digests {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async gather(): Promise<void> {
    const [due] = await this.transactor.query<{ any: boolean }>(`select exists (select 1 from notification_delivery where state = 'gathering' and due_at <= clock_timestamp()) as any`);
    if (!due?.any) return;
    await this.transactor.run(async (tx) => {
      const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [DIGEST_LOCK]);
      if (!lock?.got) return;
      const people = await tx.query<Gathered>(DUE_SQL);
      for (const person of people) await this.make(tx, person);
      if (people.length > 0) await this.journal.append(tx, { type: 'notification.made', actorId: null, bodyId: null, audiences: [], ids: {}, facts: { kind: 'digest', people: people.length } });
    });
  }

  private async make(tx: Tx, { accountId, channel, ids }: Gathered): Promise<void> {
    const [digest] = await tx.query<{ id: string }>(`insert into notification (account_id, occasion, kind, read_at) values ($1, 'digest:' || $2, 'digest', clock_timestamp()) returning id`, [accountId, ids[0]]);
    if (!digest) throw new Error('a digest was not made');
    await tx.query(`update notification_delivery set state = 'gathered', digest_id = $2, ended_at = clock_timestamp() where id = any($1)`, [ids, digest.id]);
    await tx.query('insert into notification_delivery (notification_id, channel, due_at) values ($1, $2, clock_timestamp())', [digest.id, channel]);
  }
}
