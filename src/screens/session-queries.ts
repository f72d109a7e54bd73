import type { ItemKind, ItemOutcome, Stand } from '../agenda/domain/agenda.js';
import type { RuleSetSettings } from '../bodies/domain/rule-set.js';
import type { AttendanceState } from '../sessions/domain/attendance.js';
import type { SessionKind, SessionState } from '../sessions/domain/session-states.js';
import type { SiteDto } from '../sessions/sites/sites.dto.js';
import type { MotionBriefDto } from '../voting/voting.dto.js';

/** Named queries of the session page: one for the session with its people, one for the agenda with what lies on it. */

export interface SessionRow {
  id: string;
  bodyId: string;
  title: string;
  titleEn: string | null;
  kind: SessionKind;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  place: string;
  onlineLink: string | null;
  returnReason: string | null;
  reason: string | null;
  currentItemId: string | null;
  sentAt: Date | null;
  packFrozenAt: Date | null;
  openedAt: Date | null;
  endedAt: Date | null;
  ruleSet: { id: string; key: string; name: string; nameEn: string; citation: string; citationEn: string; from: string | null; until: string | null; custom: boolean; settings: RuleSetSettings };
  attendance: AttendanceRow[] | null;
  sites: SiteDto[] | null;
  openBallot: boolean;
  rehearsal: boolean;
}

export interface AttendanceRow {
  memberId: string;
  seatNumber: number;
  name: string;
  nameEn: string | null;
  title: string;
  titleEn: string | null;
  isChair: boolean;
  votes: boolean;
  state: AttendanceState;
  mode: 'room' | 'online' | null;
  reason: string | null;
  substituteName: string | null;
  checkedInAt: string | null;
  siteId: string | null;
  atSiteId: string | null;
}

export const SESSION_SQL = `select s.id, s.body_id as "bodyId", s.title, s.title_en as "titleEn", s.kind, s.state, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place,
    s.online_link as "onlineLink", s.return_reason as "returnReason", s.reason, s.current_item_id as "currentItemId", s.sent_at as "sentAt", s.pack_frozen_at as "packFrozenAt", s.opened_at as "openedAt", s.ended_at as "endedAt",
    json_build_object('id', r.id, 'key', r.key, 'name', r.name, 'nameEn', r.name_en, 'citation', r.citation, 'citationEn', r.citation_en, 'from', r.from_date, 'until', r.until_date, 'custom', r.custom, 'settings', r.settings) as "ruleSet",
    (select json_agg(json_build_object('id', x.id, 'name', x.name, 'place', x.place, 'contact', x.contact) order by x.name, x.id) from session_site x where x.session_id = s.id) as sites,
    exists (select 1 from motion m where m.session_id = s.id and m.state in ('open', 'paused')) as "openBallot", exists (select 1 from body b where b.id = s.body_id and b.kind = 'rehearsal') as rehearsal,
    (select json_agg(json_build_object('memberId', a.member_id, 'seatNumber', st.number, 'name', m.name, 'nameEn', m.name_en, 'title', st.title, 'titleEn', st.title_en, 'isChair', st.is_chair,
        'votes', st.votes, 'state', a.state, 'mode', a.mode, 'reason', a.reason, 'substituteName', a.substitute_name, 'siteId', a.site_id, 'atSiteId', a.at_site_id, 'checkedInAt', to_char(a.checked_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by st.number)
      from attendance a join member m on m.id = a.member_id join seat st on st.id = m.seat_id where a.session_id = s.id) as attendance
  from session s join rule_set r on r.id = s.rule_set_id where s.id = $1`;

export interface ItemRow {
  id: string;
  parentId: string | null;
  order: number;
  title: string;
  titleEn: string | null;
  kind: ItemKind;
  sponsor: string | null;
  minutes: number;
  summary: string | null;
  withheld: boolean;
  outcome: ItemOutcome | null;
  commentCount: number;
  noObjection: number;
  objection: number;
  wishToSpeak: number;
  myPosition: Stand | null;
  myPositionText: string | null;
  recusals: { memberId: string; name: string; nameEn: string | null; reason: string }[] | null;
  motions: MotionBriefDto[] | null;
  /** Whole seconds under discussion in times that ended. */
  spentSeconds: number;
  /** Since when it is under discussion now. */
  runningSince: Date | null;
  carriedFrom: { sessionId: string; itemId: string } | null;
  lateAllowance: { name: string; nameEn: string | null; reason: string } | null;
}

/** $1 session, $2 my member. Counts are made once for all items. */
export const ITEMS_SQL = `with items as materialized (select * from agenda_item where session_id = $1),
    talk as (select c.item_id, count(*)::int as n from comment c where c.item_id in (select id from items) group by c.item_id),
    stands as (select p.item_id, count(*) filter (where stand = 'noObjection')::int as no_objection, count(*) filter (where stand = 'objection')::int as objection,
      count(*) filter (where stand = 'wishToSpeak')::int as wish from position p where p.item_id in (select id from items) group by p.item_id),
    put as (select coalesce(b.item_id, m.item_id) as item_id, json_agg(json_build_object('id', m.id, 'itemId', m.item_id, 'question', m.question, 'questionEn', m.question_en, 'state', m.state, 'visibility', m.visibility, 'kind', m.kind) order by m.prepared_at, m.id) as motions
      from motion m left join motion_item b on b.motion_id = m.id where m.session_id = $1 group by coalesce(b.item_id, m.item_id)),
    spent as (select c.item_id, coalesce(sum(extract(epoch from c.ended_at - c.started_at)) filter (where c.ended_at is not null), 0)::int as seconds, max(c.started_at) filter (where c.ended_at is null) as since
      from item_time c where c.session_id = $1 group by c.item_id),
    away as (select x.item_id, json_agg(json_build_object('memberId', x.member_id, 'name', m.name, 'nameEn', m.name_en, 'reason', x.reason) order by s.number) as recusals
      from recusal x join member m on m.id = x.member_id join seat s on s.id = m.seat_id where x.item_id in (select id from items) group by x.item_id)
  select i.id, i.parent_id as "parentId", i."order", i.title, i.title_en as "titleEn", i.kind, i.sponsor, i.minutes, i.summary, i.withheld, i.outcome,
    coalesce(talk.n, 0) as "commentCount", coalesce(stands.no_objection, 0) as "noObjection", coalesce(stands.objection, 0) as objection, coalesce(stands.wish, 0) as "wishToSpeak",
    mine.stand as "myPosition", mine.text as "myPositionText", put.motions, away.recusals, coalesce(spent.seconds, 0) as "spentSeconds", spent.since as "runningSince",
    (select json_build_object('sessionId', o.session_id, 'itemId', o.id) from agenda_item o where o.id = i.carried_from_id) as "carriedFrom",
    (select json_build_object('name', c.name, 'nameEn', c.name_en, 'reason', l.reason) from late_allowance l join account c on c.id = l.allowed_by where l.item_id = i.id) as "lateAllowance"
  from items i left join talk on talk.item_id = i.id left join stands on stands.item_id = i.id left join put on put.item_id = i.id left join away on away.item_id = i.id left join spent on spent.item_id = i.id
    left join position mine on mine.item_id = i.id and mine.member_id = $2`;

export interface BriefRow {
  id: string;
  bodyId: string;
  title: string;
  titleEn: string | null;
  kind: SessionKind;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  place: string;
  itemCount: number;
  myAttendance: AttendanceState | null;
}

const BRIEF = `select s.id, s.body_id as "bodyId", s.title, s.title_en as "titleEn", s.kind, s.state, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place,
    (select count(*)::int from agenda_item i where i.session_id = s.id) as "itemCount", a.state as "myAttendance"
  from session s left join attendance a on a.session_id = s.id and a.member_id = $2
  where s.body_id = $1 and ($3 or s.sent_at is not null)`;

/** $1 body, $2 my member, $3 whether unsent sessions are seen. */
export const SESSIONS_SQL = `${BRIEF} order by s.starts_at desc limit 500`;

/** The session that runs, else the next or last one that waits. */
export const NEXT_SESSION_SQL = `${BRIEF} and s.state in ('inSession', 'suspended', 'sent', 'draft', 'pendingApproval', 'approved', 'returned')
  order by s.state in ('inSession', 'suspended') desc, s.sent_at is not null desc, abs(extract(epoch from s.starts_at - now())) limit 1`;
