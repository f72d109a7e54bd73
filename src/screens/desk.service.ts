import { Injectable } from '@nestjs/common';
import { numberAgenda, type Placed } from '../agenda/domain/agenda.js';
import { Transactor } from '../database/transactor.js';
import { demand } from '../identity/demand.js';
import { memberOf } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { RequestBriefDto } from '../opinions/opinions.dto.js';
import { RequestReaderService } from '../opinions/request-reader.service.js';
import type { DeskCopyDto, DeskDto, DeskItemDto, DeskMotionDto, DeskPaperDto } from './screens.dto.js';
import { type BriefRow, NEXT_SESSION_SQL } from './session-queries.js';
import { seesUnsent, toBrief } from './session-screen.service.js';

type CopyRow = Omit<DeskCopyDto, 'handedAt' | 'dueAt'> & { handedAt: Date; dueAt: Date | null };

interface ItemRow extends Placed {
  sessionId: string;
  sessionTitle: string;
  sessionTitleEn: string | null;
  title: string;
  titleEn: string | null;
  waiting: boolean;
}

const ITEMS_SQL = `select i.id, i.parent_id as "parentId", i."order", i.session_id as "sessionId", s.title as "sessionTitle", s.title_en as "sessionTitleEn", i.title, i.title_en as "titleEn",
    i.kind = 'decision' and p.item_id is null as waiting
  from agenda_item i join session s on s.id = i.session_id and s.state = 'sent' and s.body_id = $1
  left join position p on p.item_id = i.id and p.member_id = $2 order by s.starts_at`;

const MOTIONS_SQL = `select m.session_id as "sessionId", m.item_id as "itemId", m.id as "motionId", m.question, m.question_en as "questionEn"
  from motion m join motion_roll r on r.motion_id = m.id and r.member_id = $2 left join ballot b on b.motion_id = m.id and b.member_id = $2
  where m.body_id = $1 and m.state = 'open' and b.member_id is null order by m.opened_at`;

/** Papers whose newest released version I have not opened, though I opened an earlier one. */
const REPLACED_SQL = `select i.session_id as "sessionId", p.item_id as "itemId", p.id as "paperId", p.title, v.id as "versionId", v.number as "versionNumber", v.note
  from paper p join agenda_item i on i.id = p.item_id
  join lateral (select * from paper_version c where c.paper_id = p.id and c.released_at is not null order by c.number desc limit 1) v on true
  where p.body_id = $1 and p.state = 'released' and v.number > 1
    and exists (select 1 from paper_receipt r join paper_version old on old.id = r.version_id where old.paper_id = p.id and r.account_id = $2)
    and not exists (select 1 from paper_receipt r where r.version_id = v.id and r.account_id = $2)
  order by v.released_at desc limit 50`;

const REMINDED_SQL = `select i.session_id as "sessionId", p.item_id as "itemId", p.id as "paperId", p.title, v.number as "versionNumber", v.note
  from paper_reminder m join paper_version v on v.id = m.version_id join paper p on p.id = v.paper_id join agenda_item i on i.id = p.item_id
  where m.account_id = $2 and p.body_id = $1 and p.state = 'released' and not exists (select 1 from paper_version n where n.paper_id = p.id and n.number > v.number and n.released_at is not null)
    and not exists (select 1 from paper_receipt r where r.version_id = v.id and r.account_id = $2) order by m.at desc limit 50`;

const COPIES_SQL = `select i.session_id as "sessionId", p.item_id as "itemId", p.title, p.classification, h.number, h.handed_at as "handedAt", h.due_at as "dueAt", coalesce(h.due_at < now(), false) as "isOverdue"
  from paper_handout h join registered_paper p on p.id = h.paper_id join agenda_item i on i.id = p.item_id
  where h.body_id = $1 and h.member_id = $2 and h.returned_at is null order by h.due_at nulls last, h.handed_at`;

/** The member has sent nothing yet. */
const WAITING: readonly RequestBriefDto['myReply'][] = ['none', 'draft', 'handedUp'];

/** What waits for a person in one body, in order of time. */
@Injectable()
export class DeskService {
  constructor(
    private readonly transactor: Transactor,
    private readonly requests: RequestReaderService,
  ) {}

  async read(actor: SignedIn, bodyId: string): Promise<DeskDto> {
    demand(actor, 'body.read', bodyId);
    const memberId = memberOf(actor, bodyId);
    const [next, requests, items, openMotions, replacedPapers, remindedPapers, copies] = await Promise.all([
      this.transactor.query<BriefRow>(NEXT_SESSION_SQL, [bodyId, memberId, seesUnsent(actor, bodyId)]),
      this.requests.list(actor, bodyId),
      memberId === null ? [] : this.transactor.query<ItemRow>(ITEMS_SQL, [bodyId, memberId]),
      memberId === null ? [] : this.transactor.read<DeskMotionDto>(MOTIONS_SQL, [bodyId, memberId]),
      this.transactor.read<DeskPaperDto>(REPLACED_SQL, [bodyId, actor.accountId]),
      this.transactor.read<DeskPaperDto>(REMINDED_SQL, [bodyId, actor.accountId]),
      memberId === null ? [] : this.transactor.read<CopyRow>(COPIES_SQL, [bodyId, memberId]),
    ]);
    const [first] = next;
    const mine = requests.filter((request) => request.state === 'sent' && (request.myReply === 'notAsked' ? memberId === null : WAITING.includes(request.myReply)));
    return { nextSession: first ? toBrief(first) : null, requests: mine, itemsWithoutPosition: waitingItems(items), openMotions, replacedPapers, remindedPapers, paperCopies: copies.map(({ handedAt, dueAt, ...copy }) => ({ ...copy, handedAt: handedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null })) };
  }
}

function waitingItems(items: ItemRow[]): DeskItemDto[] {
  const sessions = [...new Set(items.map((item) => item.sessionId))];
  return sessions
    .flatMap((sessionId) => numberAgenda(items.filter((item) => item.sessionId === sessionId)))
    .filter((item) => item.waiting)
    .map(({ id, sessionId, sessionTitle, sessionTitleEn, number, title, titleEn }) => ({ itemId: id, sessionId, sessionTitle, sessionTitleEn, number, title, titleEn }));
}
