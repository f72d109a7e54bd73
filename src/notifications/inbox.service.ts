import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { MAY_KNOW } from './delivery/standing.js';
import type { NotificationDto, NotificationsDto } from './notifications.dto.js';

const PAGE = 50;

type Row = Omit<NotificationDto, 'at' | 'isRead'> & { at: Date; readAt: Date | null };

/** Of one person: what they may still know of. Titles come from rows that rights on rows show to that person, or not at all. */
const MINE = `from notification n left join opinion_request q on q.id = n.request_id left join session s on s.id = n.session_id and s.sent_at is not null left join paper p on p.id = n.paper_id
  where n.account_id = $1 and n.kind not in ('digest', 'test') and ${MAY_KNOW} and (n.request_id is null or q.id is not null) and (n.session_id is null or s.id is not null) and (n.paper_id is null or p.id is not null)`;

const LIST_SQL = `select n.id, n.kind, n.created_at as at, n.read_at as "readAt", n.body_id as "bodyId", n.request_id as "requestId", n.session_id as "sessionId", p.item_id as "itemId",
    n.member_id is not null and not exists (select 1 from member m where m.id = n.member_id and m.account_id = n.account_id) as "isAssistant",
    coalesce(p.title, q.title, s.title) as title, case when p.id is null then coalesce(q.title_en, s.title_en) end as "titleEn"
  ${MINE} and ($2::timestamptz is null or n.created_at < $2) order by n.created_at desc, n.id limit ${PAGE + 1}`;

const UNREAD_SQL = `select count(*)::int as unread ${MINE} and n.read_at is null`;

const READ_SQL = `update notification set read_at = clock_timestamp() where account_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2)) returning id`;

/** What a person was told of, in the app. */
@Injectable()
export class InboxService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async list(actor: SignedIn, before: string | null): Promise<NotificationsDto> {
    return this.transactor.run(async (tx) => {
      const rows = await tx.query<Row>(LIST_SQL, [actor.accountId, before]);
      const [count] = await tx.query<{ unread: number }>(UNREAD_SQL, [actor.accountId]);
      const notifications = rows.slice(0, PAGE).map(({ at, readAt, ...row }) => ({ ...row, at: at.toISOString(), isRead: readAt !== null }));
      return { notifications, unread: count?.unread ?? 0, more: rows.length > PAGE };
    });
  }

  async unread(actor: SignedIn): Promise<number> {
    const [count] = await this.transactor.read<{ unread: number }>(UNREAD_SQL, [actor.accountId]);
    return count?.unread ?? 0;
  }

  /** The same again changes nothing. */
  async read(actor: SignedIn, ids: readonly string[] | null): Promise<void> {
    await this.transactor.run(async (tx) => {
      const read = await tx.query<{ id: string }>(READ_SQL, [actor.accountId, ids]);
      if (read.length === 0) return;
      await this.journal.append(tx, { type: 'notification.read', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: {}, facts: { count: read.length } });
    });
  }
}
