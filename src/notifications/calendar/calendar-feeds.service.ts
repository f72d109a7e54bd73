import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Environment } from '../../config/environment.js';
import { Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { hashToken, newToken } from '../../identity/tokens.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { Language } from '../delivery/message.js';
import { CalendarFeed } from '../notification.entity.js';
import type { MadeCalendarDto } from '../notifications.dto.js';
import { calendarOf, type Entry } from './calendar-content.js';
import { COUNTED, REQUEST_MARK, SESSION_MARK } from './revisions.js';

const OWNER_SQL = `update calendar_feed f set read_at = clock_timestamp() from account a where a.id = f.account_id and not a.disabled and f.token_hash = $1 returning a.id, a.language`;

/**
 * Sessions that the person is invited to and requests the person is asked, as rights are now, from ninety days back. Half an hour that ends
 * with the deadline stands for it. What is shown is counted as it is shown: another state of it never goes out under the same SEQUENCE,
 * wherever the log is being read just then.
 */
const ENTRIES_SQL = `with shown as (
  select s.id, 'session' as kind, s.starts_at as "startsAt", s.ends_at as "endsAt", s.state in ('cancelled', 'postponed') as "isOff", s.place, s.online_link as "onlineLink", s.title, s.title_en as "titleEn",
    s.body_id, ${SESSION_MARK} as mark
  from session s
  where s.sent_at is not null and s.ends_at > now() - interval '90 days' and (exists (select 1 from account_right r join attendance a on a.session_id = s.id and a.member_id = r.member_id where r.account_id = $1 and r.body_id = s.body_id)
    or exists (select 1 from account_guest g where g.account_id = $1 and g.session_id = s.id))
  union all
  select q.id, 'deadline', q.due_at - interval '30 minutes', q.due_at, q.state = 'recalled', null, null, q.title, q.title_en, q.body_id, ${REQUEST_MARK}
  from opinion_request q
  where q.sent_at is not null and q.due_at > now() - interval '90 days' and exists (select 1 from account_right r join opinion_member o on o.request_id = q.id and o.member_id = r.member_id where r.account_id = $1 and r.body_id = q.body_id)
  order by "startsAt", id limit 1000
), counted as (
  insert into calendar_revision (subject_id, fingerprint) select id, mark from shown left join calendar_revision c on c.subject_id = id where c.fingerprint is distinct from mark order by id ${COUNTED}
  returning subject_id, sequence, changed_at
)
select t.id, t.kind, t."startsAt", t."endsAt", t."isOff", t.place, t."onlineLink", t.title, t."titleEn", b.name as body, b.name_en as "bodyEn",
  coalesce(n.sequence, c.sequence) as sequence, coalesce(n.changed_at, c.changed_at) as "changedAt", coalesce(k.titles_in_calendars, false) as "showsTitle"
from shown t join body b on b.id = t.body_id left join counted n on n.subject_id = t.id left join calendar_revision c on c.subject_id = t.id left join body_notification_setting k on k.body_id = t.body_id
order by "startsAt", id`;

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
    const entries = await this.transactor.run((tx) => tx.asSystem(() => tx.query<Entry>(ENTRIES_SQL, [owner.id])));
    const text = calendarOf(entries, { language: owner.language, base: this.environment.linkBase });
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
  }
}
