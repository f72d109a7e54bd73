import { Injectable } from '@nestjs/common';
import { isDate } from '../../bodies/domain/member-import.js';
import { addDays, dateOf } from '../../bodies/domain/working-days.js';
import { Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import type { SignedIn } from '../../identity/session-reader.js';
import type { RequestState } from '../../opinions/domain/request-states.js';
import { isOfOffice } from '../../opinions/requests.repository.js';
import { type Asked, monthOf, monthsBetween, opinionCounts } from '../domain/opinion-figures.js';
import type { OpinionFiguresDto, OpinionFiguresQueryDto, OpinionMemberFigureDto, OpinionRequestFigureDto } from './opinion-figures.dto.js';

const YEAR_DAYS = 365;
const YEARS_MOST = 20;

interface AskedRow {
  requestId: string;
  title: string;
  titleEn: string | null;
  state: RequestState;
  sentAt: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  memberId: string;
  seatNumber: number;
  name: string;
  nameEn: string | null;
  seatTitle: string;
  seatTitleEn: string | null;
  reply: Asked['reply'];
  answeredAt: Date | null;
}

/** $1 body; $2, $3 first and last day in Viet Nam. */
const IN_PERIOD = `r.body_id = $1 and (r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date between $2::date and $3::date`;
const ASKED_SQL = `select r.id as "requestId", r.title, r.title_en as "titleEn", r.state, r.sent_at as "sentAt", r.due_at as "dueAt", r.closed_at as "closedAt", o.member_id as "memberId", s.number as "seatNumber",
    m.name, m.name_en as "nameEn", s.title as "seatTitle", s.title_en as "seatTitleEn", o.state as reply, o.answered_at as "answeredAt"
  from opinion_request r join opinion_member o on o.request_id = r.id join member m on m.id = o.member_id join seat s on s.id = m.seat_id
  where ${IN_PERIOD} and r.state <> 'recalled' order by r.sent_at desc, r.id, s.number, m.from_date`;
const RECALLED_SQL = `select count(*)::int as recalled from opinion_request r where ${IN_PERIOD} and r.state = 'recalled'`;

/** How a body's members answer written opinion requests, by member, month and request. */
@Injectable()
export class OpinionFiguresService {
  constructor(private readonly transactor: Transactor) {}

  /** @throws Refusal notFound, notAllowed (members see their own requests, not how others answer), dateBad, periodBad */
  async read(actor: SignedIn, bodyId: string, query: OpinionFiguresQueryDto): Promise<OpinionFiguresDto> {
    demand(actor, 'opinion.read', bodyId);
    if (!isOfOffice(actor, bodyId)) throw new Refusal('notAllowed');
    return this.transactor.run(async (tx) => {
      const { from, until } = periodOf(query, dateOf(await tx.now()));
      const rows = await tx.query<AskedRow>(ASKED_SQL, [bodyId, from, until]);
      const [row] = await tx.query<{ recalled: number }>(RECALLED_SQL, [bodyId, from, until]);
      const asked = rows.map((each) => ({ ...each, isClosed: each.closedAt !== null }));
      const byMonth = new Map(grouped(asked, ({ sentAt }) => monthOf(sentAt)).map(({ first, rows: list }) => [monthOf(first.sentAt), list]));
      const months = monthsBetween(from, until).map((month) => {
        const list = byMonth.get(month) ?? [];
        return { month, requests: new Set(list.map(({ requestId }) => requestId)).size, ...opinionCounts(list) };
      });
      const members = grouped(asked, ({ memberId }) => memberId).map(toMember).sort((left, right) => left.seatNumber - right.seatNumber);
      return { from, until, recalled: row?.recalled ?? 0, total: opinionCounts(asked), members, months, requests: grouped(asked, ({ requestId }) => requestId).map(toRequest) };
    });
  }
}

/** @throws Refusal dateBad: no day of the calendar; periodBad: it ends before it begins, or spans more than twenty years */
function periodOf({ from, until }: OpinionFiguresQueryDto, today: string): { from: string; until: string } {
  if ([from, until].some((date) => date !== undefined && !isDate(date))) throw new Refusal('dateBad');
  const last = until ?? today;
  const first = from ?? addDays(last, -YEAR_DAYS);
  if (first > last || Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > YEARS_MOST) throw new Refusal('periodBad', { years: YEARS_MOST });
  return { from: first, until: last };
}

type Counted = AskedRow & Asked;

interface Group {
  first: Counted;
  rows: Counted[];
}

function grouped(list: readonly Counted[], keyOf: (row: Counted) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const row of list) {
    const group = groups.get(keyOf(row)) ?? { first: row, rows: [] };
    group.rows.push(row);
    groups.set(keyOf(row), group);
  }
  return [...groups.values()];
}

function toMember({ first: { memberId, seatNumber, name, nameEn, seatTitle, seatTitleEn }, rows }: Group): OpinionMemberFigureDto {
  return { memberId, seatNumber, name, nameEn, title: seatTitle, titleEn: seatTitleEn, ...opinionCounts(rows) };
}

function toRequest({ first: { requestId, title, titleEn, state, sentAt, dueAt, closedAt }, rows }: Group): OpinionRequestFigureDto {
  return { requestId, title, titleEn, state, sentAt: sentAt.toISOString(), dueAt: dueAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null, ...opinionCounts(rows) };
}
