import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { type Opened, receiptsOf } from '../domain/receipts.js';
import { PaperOwners } from '../paper-owners.js';
import { PapersRepository } from '../papers.repository.js';
import type { PaperReadingDto, PaperReceiptsDto, SessionReceiptsDto } from './receipts.dto.js';

const CURRENT_SQL = `select number, pages, released_at as "releasedAt" from paper_version where paper_id = $1 and released_at is not null order by number desc limit 1`;

export const OPENINGS_SQL = `select r.account_id as "accountId", v.number, r.opened_at as "openedAt", r.furthest_page as "furthestPage" from paper_receipt r join paper_version v on v.id = r.version_id where v.paper_id = $1`;

/** Of the current version alone. */
const REMINDED_SQL = `select r.account_id as "accountId", r.at from paper_reminder r where r.version_id = (select id from paper_version where paper_id = $1 and released_at is not null order by number desc limit 1)`;

/** Released papers of a session, each with how many of those who take part in its item have opened it. */
const SESSION_SQL = `with roll as (
    select i.id as item_id, m.account_id from agenda_item i join attendance a on a.session_id = i.session_id join member m on m.id = a.member_id
      where i.session_id = $1 and m.account_id is not null and not exists (select 1 from recusal r where r.item_id = i.id and r.member_id = m.id)
    union
    select i.id, g.account_id from agenda_item i join session_guest g on g.session_id = i.session_id
      where i.session_id = $1 and g.account_id is not null and (g.kind = 'substitute' or exists (select 1 from session_guest_item gi where gi.guest_id = g.id and gi.item_id = i.id)))
  select p.id as "paperId", p.item_id as "itemId", p.title, v.number as current,
    (select count(*)::int from roll where roll.item_id = p.item_id) as recipients,
    (select count(*)::int from roll join paper_receipt r on r.account_id = roll.account_id and r.version_id = v.id where roll.item_id = p.item_id) as opened,
    (select count(*)::int from roll where roll.item_id = p.item_id and not exists (select 1 from paper_receipt r where r.account_id = roll.account_id and r.version_id = v.id)
      and exists (select 1 from paper_receipt r join paper_version o on o.id = r.version_id where r.account_id = roll.account_id and o.paper_id = p.id)) as old
  from paper p join agenda_item i on i.id = p.item_id
  join lateral (select c.id, c.number from paper_version c where c.paper_id = p.id and c.released_at is not null order by c.number desc limit 1) v on true
  where i.session_id = $1 and p.state = 'released' order by i."order", i.id, p."order", p.id`;

/** Who was given a paper, who has opened it, and who still holds an older version. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly owners: PaperOwners,
    private readonly sessions: SessionsRepository,
  ) {}

  async ofPaper(actor: SignedIn, paperId: string): Promise<PaperReceiptsDto> {
    return this.transactor.run(async (tx) => {
      const { paper, owner, of } = await this.papers.prepared(tx, actor, paperId);
      const [current] = await tx.query<{ number: number; pages: number; releasedAt: Date }>(CURRENT_SQL, [paperId]);
      const isOut = paper.state === 'released' && owner.sent;
      const recipients = await this.owners.recipients(tx, of);
      const reminded = new Map((await tx.query<{ accountId: string; at: Date }>(REMINDED_SQL, [paperId])).map(({ accountId, at }) => [accountId, at.toISOString()]));
      const receipts = receiptsOf(recipients, await tx.query<Opened>(OPENINGS_SQL, [paperId]), isOut ? current?.number ?? null : null);
      return {
        current: current?.number ?? null, pages: current?.pages ?? 0, releasedAt: current?.releasedAt.toISOString() ?? null,
        receipts: receipts.map(({ kind, accountId, seatNumber, name, nameEn, state, opened }) => ({
          kind, seatNumber, name, nameEn, state, openedAt: opened?.openedAt.toISOString() ?? null, openedNumber: opened?.number ?? null, furthestPage: opened?.furthestPage ?? null, remindedAt: reminded.get(accountId ?? '') ?? null,
        })),
      };
    });
  }

  async ofSession(actor: SignedIn, sessionId: string): Promise<SessionReceiptsDto> {
    return this.transactor.run(async (tx) => {
      await this.sessions.hold(tx, actor, sessionId, 'paper.prepare');
      return { papers: await tx.query<PaperReadingDto>(SESSION_SQL, [sessionId]) };
    });
  }
}
