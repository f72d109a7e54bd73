import type { ItemOutcome } from '../agenda/domain/agenda.js';
import { SEARCH_KINDS, type SearchKind } from './search.dto.js';

export interface HitRow {
  kind: SearchKind;
  id: string;
  page: number;
  score: number;
  total: number;
  sessionId: string | null;
  sessionTitle: string | null;
  sessionTitleEn: string | null;
  startsAt: Date | null;
  itemId: string | null;
  requestId: string | null;
  paperId: string | null;
  versionId: string | null;
  title: string;
  titleEn: string | null;
  author: string | null;
  authorEn: string | null;
  outcome: ItemOutcome | null;
  hasText: boolean | null;
  /** Text the piece is cut from. */
  text: string;
}

const ITEM_TEXT = `concat_ws(E'\\n', i.title, i.title_en, i.sponsor, i.summary)`;
const MOTION_TEXT = `concat_ws(E'\\n', m.question, m.question_en)`;
const SESSION_TEXT = `concat_ws(E'\\n', s.title, s.title_en, s.place)`;
/** Until a request has ended its conclusion is the office's draft. */
const REQUEST_TEXT = `concat_ws(E'\\n', r.title, r.title_en, r.explanation,
    (select string_agg(concat_ws(E'\\n', q.text, q.text_en, (select string_agg(concat_ws(E'\\n', o->>'label', o->>'labelEn'), E'\\n') from jsonb_array_elements(q.options) o)), E'\\n' order by q."order") from opinion_question q where q.request_id = r.id),
    case when r.ended_at is not null or r.body_id = any($17::uuid[]) then concat_ws(E'\\n', r.conclusion, r.conclusion_en) end)`;

/** $10 to $13: phrase as written, phrase folded, all as written, all folded; $14: only as written. */
const words = (text: string): string => `cross join lateral (select search_words(${text}, false) as plain, search_words(${text}, true) as folded) w`;
const MATCH = `w.folded @@ $13::tsquery and (not $14::boolean or w.plain @@ $12::tsquery)`;
const SCORE = `search_score(w.plain, w.folded, $10::tsquery, $11::tsquery, $12::tsquery, $13::tsquery)`;

/** $1 bodies, $2 those of unsent sessions, $3 visits, $4 substituted, $5 items of guests, $6 body, $7 session, $8 from, $9 until. Members and guests see a session once it is sent. */
const SEEN = `seen as materialized (
    select s.id, s.body_id, s.title, s.title_en, s.place, s.starts_at, s.body_id = any($1::uuid[]) or s.id = any($4::uuid[]) as whole from session s
    where ((s.body_id = any($1::uuid[]) and (s.sent_at is not null or s.body_id = any($2::uuid[]))) or (s.sent_at is not null and s.id = any($3::uuid[])))
      and ($6::uuid is null or s.body_id = $6) and ($7::uuid is null or s.id = $7) and ($8::timestamptz is null or s.starts_at >= $8) and ($9::timestamptz is null or s.starts_at < $9))`;

/** What somebody takes no part in is spoken of without them: no papers, no comments. $15: bodies whose drafts are seen. */
const COMMENTS = `select c.id, coalesce(c.page, 0) as page, ${SCORE} as score, s.id as session_id, i.id as item_id, null::uuid as request_id, v.paper_id, c.paper_version_id as version_id
  from comment c join agenda_item i on i.id = c.item_id join seen s on s.id = i.session_id left join (paper_version v join paper p on p.id = v.paper_id) on v.id = c.paper_version_id ${words('c.text')}
  where s.whole and (s.body_id = any($1::uuid[]) or i.id = any((select app_guest_items())::uuid[])) and not (i.id = any((select app_recused_items())::uuid[]))
    and (c.paper_version_id is null or (v.id is not null and (v.released_at is not null or v.body_id = any($15::uuid[])))) and ${MATCH}`;

/** Of requests, as of their papers: the office all, others those sent to them or to whom they assist. $17: bodies of which all; $18: members. */
const SEEN_REQUEST = `r.body_id = any($1::uuid[]) and ($6::uuid is null or r.body_id = $6) and $7::uuid is null and ($8::timestamptz is null or r.sent_at >= $8) and ($9::timestamptz is null or r.sent_at < $9)
      and (r.body_id = any($17::uuid[]) or (r.sent_at is not null and exists (select 1 from opinion_member o where o.request_id = r.id and o.member_id = any($18::uuid[]))))`;

/** The newest version the person may see. $16: bodies of papers, $19: only those with text, $24: only what has the words side by side is ranked. */
const PAPERS = `select h.version_id as id, h.pages, h.scores, h.has_text, p.id as paper_id, p.title, p.item_id, p.request_id, s.id as session_id
  from paper_hits($16::uuid[], $15::uuid[], $19::boolean, $10::tsquery, $11::tsquery, $12::tsquery, $13::tsquery, $14::boolean, $24::boolean) h join paper p on p.id = h.paper_id
  left join agenda_item i on i.id = p.item_id left join seen s on s.id = i.session_id left join opinion_request r on r.id = p.request_id
  where (p.state = 'released' or p.body_id = any($15::uuid[]))
    and ((s.id is not null and (s.whole or i.id = any($5::uuid[]))) or (r.id is not null and ${SEEN_REQUEST}))`;

const ITEMS = `select i.id, 0 as page, ${SCORE} as score, s.id as session_id, i.id as item_id, null::uuid as request_id, null::uuid as paper_id, null::uuid as version_id
  from agenda_item i join seen s on s.id = i.session_id ${words(ITEM_TEXT)} where (s.whole or i.id = any($5::uuid[])) and ${MATCH}`;

const MOTIONS = `select m.id, 0 as page, ${SCORE} as score, s.id as session_id, m.item_id, null::uuid as request_id, null::uuid as paper_id, null::uuid as version_id
  from motion m join seen s on s.id = m.session_id ${words(MOTION_TEXT)} where s.whole and ${MATCH}`;

const SESSIONS = `select s.id, 0 as page, ${SCORE} as score, s.id as session_id, null::uuid as item_id, null::uuid as request_id, null::uuid as paper_id, null::uuid as version_id
  from seen s ${words(SESSION_TEXT)} where ${MATCH}`;

const REQUESTS = `select r.id, 0 as page, ${SCORE} as score, null::uuid as session_id, null::uuid as item_id, r.id as request_id, null::uuid as paper_id, null::uuid as version_id
  from opinion_request r ${words(REQUEST_TEXT)} where ${SEEN_REQUEST} and ${MATCH}`;

const FOUND: Record<SearchKind, string> = { paper: PAPERS, item: ITEMS, motion: MOTIONS, comment: COMMENTS, request: REQUESTS, session: SESSIONS };
const PLACE = 'f.session_id, f.item_id, f.request_id, f.paper_id, f.version_id';

/** What is shown of a hit of each kind, and what it is read from. Only what is shown is read from the pages. */
const SHOWN: Record<SearchKind, { what: string; from: string }> = {
  paper: {
    what: `f.session_id, f.item_id, f.request_id, f.paper_id, f.id as version_id, f.title, null as title_en, null as author, null as author_en, null as outcome, f.has_text, case when f.page = 0 then f.title else t.text end as text`,
    from: 'left join page_text t on t.version_id = f.id and t.page = f.page',
  },
  item: { what: `${PLACE}, i.title, i.title_en, null, null, i.outcome, null::boolean, ${ITEM_TEXT}`, from: 'join agenda_item i on i.id = f.id' },
  motion: { what: `${PLACE}, m.question, m.question_en, null, null, null, null, ${MOTION_TEXT}`, from: 'join motion m on m.id = f.id' },
  comment: { what: `${PLACE}, i.title, i.title_en, a.name, a.name_en, null, null, c.text`, from: 'join comment c on c.id = f.id join agenda_item i on i.id = f.item_id left join account a on a.id = c.author_id' },
  request: { what: `${PLACE}, r.title, r.title_en, null, null, null, null, ${REQUEST_TEXT}`, from: 'join opinion_request r on r.id = f.id' },
  session: { what: `${PLACE}, s.title, s.title_en, null, null, null, null, ${SESSION_TEXT}`, from: 'join seen s on s.id = f.id' },
};

/** How many there are, and each of them. Thousands of pages of a few papers may be found: rights were asked for each paper. */
const COUNT = (kind: SearchKind): string => (kind === 'paper' ? 'coalesce(sum(cardinality(pages)), 0)::int' : 'count(*)::int');
const EACH = (kind: SearchKind): string => (kind === 'paper' ? '(select id, unnest(pages) as page, unnest(scores) as score, has_text, paper_id, title, item_id, request_id, session_id from found_paper)' : `found_${kind}`);

/** The best of each kind, so that they are never sorted together, nor all of them. $20 how many; $21 to $23 score, id and page of the last one shown before. */
const best = (kind: SearchKind): string => `(select '${kind}' as kind, f.id, f.page, f.score, f.total, ${SHOWN[kind].what}
  from (select f.*, (select ${COUNT(kind)} from found_${kind}) as total from ${EACH(kind)} f
    where $21::int is null or f.score < $21 or (f.score = $21 and (f.id, f.page) > ($22::uuid, $23::int)) order by f.score desc, f.id, f.page limit $20::int) f ${SHOWN[kind].from})`;

/** Every parameter has its type, also in a statement of one kind that does not ask for all of them. */
const TYPED = 'typed as (select $10::tsquery, $11::tsquery, $12::tsquery, $13::tsquery, $14::boolean, $15::uuid[], $16::uuid[], $17::uuid[], $18::uuid[], $19::boolean, $24::boolean, $5::uuid[])';

/** Everything of these kinds that a person may find, best first, with how many there are of each. */
const searchSql = (kinds: readonly SearchKind[]): string => `with ${SEEN}, ${TYPED},
  ${kinds.map((kind) => `found_${kind} as materialized (${FOUND[kind]})`).join(', ')},
  best (kind, id, page, score, total, session_id, item_id, request_id, paper_id, version_id, title, title_en, author, author_en, outcome, has_text, text) as (${kinds.map(best).join(' union all ')})
  select x.kind, x.id, x.page, x.score, x.total, x.session_id as "sessionId", s.title as "sessionTitle", s.title_en as "sessionTitleEn", s.starts_at as "startsAt", x.item_id as "itemId", x.request_id as "requestId",
    x.paper_id as "paperId", x.version_id as "versionId", x.title, x.title_en as "titleEn", x.author, x.author_en as "authorEn", x.outcome, x.has_text as "hasText", coalesce(x.text, '') as text
  from best x left join seen s on s.id = x.session_id order by x.kind, x.score desc, x.id, x.page`;

/** A statement with a name for each kind, and for all: what is not asked for is not even planned. */
export const SEARCHES = new Map<SearchKind | undefined, { name: string; text: string }>([
  [undefined, { name: 'search', text: searchSql(SEARCH_KINDS) }],
  ...SEARCH_KINDS.map((kind) => [kind, { name: `search-${kind}`, text: searchSql([kind]) }] as const),
]);
