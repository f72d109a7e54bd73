import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CalendarService } from '../../bodies/calendar.service.js';
import type { Calendar } from '../../bodies/domain/working-days.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Loop } from '../delivery/loop.js';
import { overdueNow, reminderNow } from '../domain/reminders.js';
import { loadBodySetting } from '../settings/body-setting.js';
import { Notifier } from './notifier.js';
import { askedOf } from './recipients.js';

const EVERY_MS = 5_000;
/** One node looks at a time; what two would do is once for each person all the same. */
const REMINDER_LOCK = 7_225_035;

interface OpenRequest {
  id: string;
  bodyId: string;
  dueAt: Date;
  since: Date;
}

const OPEN_SQL = `select q.id, q.body_id as "bodyId", q.due_at as "dueAt", coalesce(c.changed_at, q.sent_at) as since from opinion_request q left join calendar_revision c on c.subject_id = q.id
  where q.state = 'sent' and q.due_at is not null`;

/** Reminds those whose answer is missing, before the deadline and after it, by the database's clock. */
@Injectable()
export class ReminderSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop = new Loop(() => this.sweep(), EVERY_MS, new Logger(ReminderSweep.name));

  constructor(
    private readonly transactor: Transactor,
    private readonly calendar: CalendarService,
    private readonly notifier: Notifier,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async sweep(): Promise<void> {
    await this.transactor.run(async (tx) => {
      const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [REMINDER_LOCK]);
      if (!lock?.got) return;
      const calendar = await this.calendar.load(tx);
      for (const request of await tx.query<OpenRequest>(OPEN_SQL)) await this.remind(tx, request, calendar);
    });
  }

  private async remind(tx: Tx, { id, bodyId, dueAt, since }: OpenRequest, calendar: Calendar): Promise<void> {
    const [now, setting] = [await tx.now(), await loadBodySetting(tx, bodyId)];
    const before = reminderNow(now, { dueAt, since }, { reminders: setting.reminders, calendar });
    const after = overdueNow(now, dueAt, { most: setting.overdueReminders, calendar });
    if (before === null && after === 0) return;
    const people = await askedOf(tx, id, true);
    const deadline = `${id}:${dueAt.toISOString()}`;
    if (before !== null) await this.notifier.notify(tx, { kind: 'requestDue', key: `due:${deadline}:${before.count} ${before.unit}`, bodyId, requestId: id }, people);
    if (after > 0) await this.notifier.notify(tx, { kind: 'requestOverdue', key: `overdue:${deadline}:${after}`, bodyId, requestId: id }, people);
  }
}
