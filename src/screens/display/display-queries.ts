import type { Decision } from '../../bodies/domain/decision.js';
import type { Choice, RuleSetSettings } from '../../bodies/domain/rule-set.js';
import type { Placed } from '../../agenda/domain/agenda.js';
import type { TurnKind, TurnState } from '../../agenda/domain/speakers.js';
import type { SessionState } from '../../sessions/domain/session-states.js';
import type { MotionKind } from '../../voting/domain/motion-states.js';
import type { Option } from '../../voting/domain/options.js';

/** Named queries of the wall: they select what a wall may show, so that nothing else can get there. */

export interface WallSessionRow {
  bodyId: string;
  bodyName: string;
  bodyNameEn: string;
  rehearsal: boolean;
  title: string;
  titleEn: string | null;
  state: SessionState;
  startsAt: Date;
  place: string;
  currentItemId: string | null;
  settings: RuleSetSettings;
  members: number;
  present: number;
  now: Date;
}

export const WALL_SESSION_SQL = `select b.id as "bodyId", b.name as "bodyName", b.name_en as "bodyNameEn", b.kind = 'rehearsal' as rehearsal, s.title, s.title_en as "titleEn", s.state, s.starts_at as "startsAt", s.place, s.current_item_id as "currentItemId", r.settings, now() as now,
    (select count(*)::int from attendance a where a.session_id = s.id) as members,
    (select count(*)::int from attendance a where a.session_id = s.id and a.state = 'checkedIn' and not exists (select 1 from recusal x where x.item_id = s.current_item_id and x.member_id = a.member_id)) as present
  from session s join body b on b.id = s.body_id join rule_set r on r.id = s.rule_set_id where s.id = $1`;

export interface WallAttendanceRow {
  seatId: string;
  presence: 'room' | 'site' | 'online' | 'absent' | 'open';
}

export const WALL_ATTENDANCE_SQL = `select m.seat_id as "seatId", case when a.state in ('invited', 'confirmed') then 'open' when a.state <> 'checkedIn' then 'absent' when a.at_site_id is not null then 'site' else coalesce(a.mode, 'room') end as presence from attendance a join member m on m.id = a.member_id where a.session_id = $1`;

export interface WallItemRow extends Placed {
  title: string | null;
  titleEn: string | null;
  minutes: number;
  spentSeconds: number;
  runningSince: Date | null;
}

/** All items, for their numbers; titles of those that are not for walls stay behind. */
export const WALL_ITEMS_SQL = `select i.id, i.parent_id as "parentId", i."order", case when not i.withheld then i.title end as title, case when not i.withheld then i.title_en end as "titleEn", i.minutes,
    coalesce(t.seconds, 0) as "spentSeconds", t.since as "runningSince"
  from agenda_item i left join lateral (select coalesce(sum(extract(epoch from c.ended_at - c.started_at)) filter (where c.ended_at is not null), 0)::int as seconds, max(c.started_at) filter (where c.ended_at is null) as since
    from item_time c where c.item_id = i.id) t on true
  where i.session_id = $1`;

export interface WallTurnRow {
  id: string;
  name: string;
  nameEn: string | null;
  kind: TurnKind;
  state: TurnState;
  order: number;
  minutes: number;
  startedAt: Date | null;
}

/** $1 session, $2 the item under discussion. */
export const WALL_TURNS_SQL = `select t.id, coalesce(t.name, s.title, m.name) as name, case when t.name is null then coalesce(s.title_en, m.name_en) end as "nameEn", t.kind, t.state, t."order", t.minutes, t.started_at as "startedAt"
  from turn t left join member m on m.id = t.member_id left join seat s on s.id = m.seat_id where t.session_id = $1 and (t.state = 'speaking' or (t.state = 'waiting' and t.item_id = $2))`;

export interface WallMotionRow {
  id: string;
  question: string | null;
  questionEn: string | null;
  kind: MotionKind;
  state: 'open' | 'paused' | 'closed' | 'published';
  items: number;
  options: Option[] | null;
  decision: Decision | null;
  citation: string;
  citationEn: string;
  members: number;
  cast: number;
}

/** The vote under way, or the last result until another item begins; its decision only when it is published. */
export const WALL_MOTION_SQL = `select m.id, case when not h.hidden then m.question end as question, case when not h.hidden then m.question_en end as "questionEn", m.kind, m.state,
    greatest(1, (select count(*)::int from motion_item b where b.motion_id = m.id)) as items, case when not h.hidden then m.options end as options, case when m.state = 'published' then m.decision end as decision,
    m.citation, m.citation_en as "citationEn", (select count(*)::int from motion_roll r where r.motion_id = m.id) as members, (select count(*)::int from motion_voters(m.id)) as cast
  from (select o.*, r.citation, r.citation_en from motion o join rule_set r on r.id = o.rule_set_id where o.session_id = $1) m
    cross join lateral (select bool_or(i.withheld) as hidden from agenda_item i where i.id = m.item_id or i.id in (select b.item_id from motion_item b where b.motion_id = m.id)) h
  where m.state in ('open', 'paused', 'closed') or (m.state = 'published' and not exists (select 1 from item_time t where t.session_id = $1 and t.started_at > m.published_at))
  order by m.state = 'published', m.opened_at desc limit 1`;

export interface WallBallotRow {
  number: number;
  title: string;
  titleEn: string | null;
  choice: Choice | null;
}

/** The choices of a published vote, by seat. */
export const WALL_BOARD_SQL = `select s.number, s.title, s.title_en as "titleEn", b.choice from motion_roll r join motion o on o.id = r.motion_id and o.state = 'published' join member m on m.id = r.member_id join seat s on s.id = m.seat_id
  left join ballot b on b.motion_id = r.motion_id and b.member_id = r.member_id where r.motion_id = $1 order by s.number`;

export interface WallSiteRow {
  name: string;
  place: string | null;
  people: { name: string; nameEn: string | null; isHere: boolean }[] | null;
}

/** A site with its own people: members by their office, guests by name. */
export const WALL_SITE_SQL = `select x.name, x.place, (select json_agg(json_build_object('name', p.name, 'nameEn', p.name_en, 'isHere', p.here) order by p.number nulls last, p.name) from (
    select s.number, s.title as name, s.title_en as name_en, a.state = 'checkedIn' and a.at_site_id is not distinct from x.id as here from attendance a join member m on m.id = a.member_id join seat s on s.id = m.seat_id
      where a.session_id = x.session_id and (a.site_id = x.id or (a.at_site_id = x.id and a.state = 'checkedIn'))
    union all
    select null, coalesce(g.name, g.organisation), null, g.state = 'checkedIn' and g.at_site_id is not distinct from x.id from session_guest g
      where g.session_id = x.session_id and g.state <> 'declined' and (g.site_id = x.id or (g.at_site_id = x.id and g.state = 'checkedIn'))) p) as people
  from session_site x where x.id = $1`;
