import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Environment } from '../../config/environment.js';
import { type Queryable, Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { hashToken, newToken } from '../../identity/tokens.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { Language } from '../delivery/message.js';
import { CalendarFeed } from '../notification.entity.js';
import type { MadeCalendarDto } from '../notifications.dto.js';
import { calendarOf, type Entry } from './calendar-content.js';

const OWNER_SQL = `update calendar_feed f set read_at = clock_timestamp() from account a where a.id = f.account_id and not a.disabled and f.token_hash = $1 returning a.id, a.language`;

/** Sessions that the person is invited to and requests the person is asked, as rights are now, from ninety days back. Half an hour that ends with the deadline stands for it. */
const ENTRIES_SQL = `select s.id, 'session' as kind, s.starts_at as "startsAt", s.ends_at as "endsAt", s.state in ('cancelled', 'postponed') as "isOff", s.place, s.online_link as "onlineLink", s.title, s.title_en as "titleEn",
    b.name as body, b.name_en as "bodyEn", coalesce(c.sequence, 0) as sequence, coalesce(c.changed_at, s.sent_at) as "changedAt", coalesce(n.titles_in_calendars, false) as "showsTitle"
  from session s join body b on b.id = s.body_id left join calendar_revision c on c.subject_id = s.id left join body_notification_setting n on n.body_id = s.body_id
  where s.sent_at is not null and s.ends_at > now() - interval '90 days' and (exists (select 1 from account_right r join attendance a on a.session_id = s.id and a.member_id = r.member_id where r.account_id = $1 and r.body_id = s.body_id)
    or exists (select 1 from account_guest g where g.account_id = $1 and g.session_id = s.id))
  union all
  select q.id, 'deadline', q.due_at - interval '30 minutes', q.due_at, q.state = 'recalled', null, null, q.title, q.title_en,
    b.name, b.name_en, coalesce(c.sequence, 0), coalesce(c.changed_at, q.sent_at), coalesce(n.titles_in_calendars, false)
  from opinion_request q join body b on b.id = q.body_id left join calendar_revision c on c.subject_id = q.id left join body_notification_setting n on n.body_id = q.body_id
  where q.sent_at is not null and q.due_at > now() - interval '90 days' and exists (select 1 from account_right r join opinion_member o on o.request_id = q.id and o.member_id = r.member_id where r.account_id = $1 and r.body_id = q.body_id)
  order by "startsAt", id limit 1000`;

export interface Calendar {
  text: string;
  etag: string;
}

/** A person's calendar at a secret address. It can be made anew, which ends the old, and ended. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly environment: Environment,
  ) {}

  async make(actor: SignedIn): Promise<MadeCalendarDto> {
    const token = newToken();
    await this.transactor.run(async (tx) => {
      await tx.manager.upsert(CalendarFeed, { accountId: actor.accountId, tokenHash: hashToken(token), createdAt: await tx.now(), readAt: null }, ['accountId']);
      await this.journal.append(tx, { type: 'notification.settings', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: { accountId: actor.accountId }, facts: { act: 'calendarMade' } });
    });
    return { path: `/api/calendar/${token}.ics` };
  }

  async end(actor: SignedIn): Promise<void> {
    await this.transactor.run(async (tx) => {
      const ended = await tx.manager.delete(CalendarFeed, { accountId: actor.accountId });
      if (ended.affected === 0) return;
      await this.journal.append(tx, { type: 'notification.settings', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: { accountId: actor.accountId }, facts: { act: 'calendarEnded' } });
    });
  }

  /** @throws Refusal notFound: nobody has this address, or no longer */
  async read(token: string): Promise<Calendar> {
    const [owner] = await this.transactor.query<{ id: string; language: Language }>(OWNER_SQL, [hashToken(token)]);
    if (!owner) throw new Refusal('notFound');
    const entries = await this.transactor.snapshot((from: Queryable) => from.query<Entry>(ENTRIES_SQL, [owner.id]));
    const text = calendarOf(entries, { language: owner.language, base: this.environment.linkBase });
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
  }
}
