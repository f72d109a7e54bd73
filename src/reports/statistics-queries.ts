import type { ItemKind, ItemOutcome } from '../agenda/domain/agenda.js';
import type { Decision } from '../bodies/domain/decision.js';
import type { AttendanceState } from '../sessions/domain/attendance.js';
import type { MotionKind, MotionState } from '../voting/domain/motion-states.js';
import type { Option } from '../voting/domain/options.js';

/** Named queries of a session's figures. Times that still run count until now. */

export interface ItemFigureRow {
  id: string;
  parentId: string | null;
  order: number;
  title: string;
  titleEn: string | null;
  kind: ItemKind;
  outcome: ItemOutcome | null;
  minutes: number;
  usedSeconds: number;
  turns: number;
}

/** Whole seconds of a turn; who has not begun took none. */
const SPOKEN = `round(extract(epoch from coalesce(t.ended_at, now()) - t.started_at))::int`;
const HAD = `t.state in ('speaking', 'done') and t.started_at is not null`;

/** $1 session. */
export const ITEM_FIGURES_SQL = `select i.id, i.parent_id as "parentId", i."order", i.title, i.title_en as "titleEn", i.kind, i.outcome, i.minutes,
    (select coalesce(round(sum(extract(epoch from coalesce(c.ended_at, now()) - c.started_at))), 0)::int from item_time c where c.item_id = i.id and c.session_id = $1) as "usedSeconds",
    (select count(*)::int from turn t where t.item_id = i.id and ${HAD}) as turns
  from agenda_item i where i.session_id = $1`;

export interface MemberFigureRow {
  memberId: string;
  seatNumber: number;
  name: string;
  nameEn: string | null;
  title: string;
  titleEn: string | null;
  state: AttendanceState;
  mode: 'room' | 'online' | null;
  substituteName: string | null;
  checkedInAt: Date | null;
  leftAt: Date | null;
  turns: number;
  seconds: number;
  pointsOfOrder: number;
  interventions: number;
  substituteTurns: number;
}

/** What everybody invited did; what a substitute said is the member's, and told apart. $1 session. */
export const MEMBER_FIGURES_SQL = `with spoken as (select t.member_id, count(*)::int as turns, sum(${SPOKEN})::int as seconds, count(*) filter (where t.kind = 'pointOfOrder')::int as points,
      count(*) filter (where t.kind = 'intervention')::int as interventions, count(*) filter (where t.name is not null)::int as by_substitute
    from turn t where t.session_id = $1 and t.member_id is not null and ${HAD} group by t.member_id)
  select a.member_id as "memberId", s.number as "seatNumber", m.name, m.name_en as "nameEn", s.title, s.title_en as "titleEn", a.state, a.mode, a.substitute_name as "substituteName",
    a.checked_in_at as "checkedInAt", a.left_at as "leftAt", coalesce(p.turns, 0) as turns, coalesce(p.seconds, 0) as seconds, coalesce(p.points, 0) as "pointsOfOrder",
    coalesce(p.interventions, 0) as interventions, coalesce(p.by_substitute, 0) as "substituteTurns"
  from attendance a join member m on m.id = a.member_id join seat s on s.id = m.seat_id left join spoken p on p.member_id = a.member_id where a.session_id = $1 order by s.number`;

export interface SpeakerFigureRow {
  itemId: string;
  name: string;
  turns: number;
  seconds: number;
}

/** Who spoke and is no member, by item. $1 session. */
export const SPEAKER_FIGURES_SQL = `select t.item_id as "itemId", t.name, count(*)::int as turns, sum(${SPOKEN})::int as seconds
  from turn t where t.session_id = $1 and t.member_id is null and t.name is not null and ${HAD} group by t.item_id, t.name order by t.name`;

export interface VoteFigureRow {
  id: string;
  itemId: string;
  itemIds: string[];
  question: string;
  questionEn: string | null;
  kind: MotionKind;
  state: MotionState;
  visibility: 'named';
  rollCall: boolean;
  closedAt: Date | null;
  publishedAt: Date | null;
  options: Option[] | null;
  decision: Decision | null;
}

/** Votes that were opened, in their order, each with the items it decides. $1 session. */
export const VOTE_FIGURES_SQL = `select m.id, m.item_id as "itemId", coalesce(b.items, array[m.item_id]) as "itemIds", m.question, m.question_en as "questionEn", m.kind, m.state, m.visibility, m.roll_call as "rollCall",
    m.closed_at as "closedAt", m.published_at as "publishedAt", m.options, m.decision
  from motion m left join lateral (select array_agg(i.item_id) as items from motion_item i where i.motion_id = m.id having count(*) > 0) b on true
  where m.session_id = $1 and m.opened_at is not null order by m.opened_at, m.id`;
