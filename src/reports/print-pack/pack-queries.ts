import type { ItemKind } from '../../agenda/domain/agenda.js';
import type { Choice, RuleSetSettings } from '../../bodies/domain/rule-set.js';
import type { KnownFile } from '../../storage/blob-vault.js';
import type { Option } from '../../voting/domain/options.js';

/** Named queries of the print pack. Papers are read as the person who prints: what they may not see is not there. */

export interface HeadRow {
  body: string;
  bodyEn: string;
  /** On a wall clock of the body: "08:00, 24/06/2019". */
  time: string;
  citation: string;
  citationEn: string;
  settings: RuleSetSettings;
  isRehearsal: boolean;
  printedBy: string;
  printedByEn: string | null;
  printedAt: string;
}

/** $1 session, $2 who prints. */
export const HEAD_SQL = `select b.name as body, b.name_en as "bodyEn", to_char(s.starts_at at time zone b.timezone, 'HH24:MI, DD/MM/YYYY') as time, r.citation, r.citation_en as "citationEn", r.settings,
    b.kind = 'rehearsal' as "isRehearsal", a.name as "printedBy", a.name_en as "printedByEn", to_char(now() at time zone b.timezone, 'HH24:MI, DD/MM/YYYY') as "printedAt"
  from session s join body b on b.id = s.body_id join rule_set r on r.id = s.rule_set_id join account a on a.id = $2 where s.id = $1`;

export interface ItemRow {
  id: string;
  parentId: string | null;
  order: number;
  title: string;
  titleEn: string | null;
  kind: ItemKind;
  sponsor: string | null;
  minutes: number;
  recusedSeats: number[];
}

/** $1 session. */
export const ITEMS_SQL = `select i.id, i.parent_id as "parentId", i."order", i.title, i.title_en as "titleEn", i.kind, i.sponsor, i.minutes,
    array(select s.number from recusal x join member m on m.id = x.member_id join seat s on s.id = m.seat_id where x.item_id = i.id order by s.number) as "recusedSeats"
  from agenda_item i where i.session_id = $1`;

export interface PaperRow extends KnownFile {
  id: string;
  versionId: string;
  itemId: string;
  title: string;
  version: number;
  fileName: string;
  pages: number;
  needsPassword: boolean;
  isSigned: boolean;
}

/** The newest released version of each paper. $1 session. */
export const PAPERS_SQL = `select p.id, p.item_id as "itemId", p.title, v.id as "versionId", v.number as version, v.file_name as "fileName", v.size::float8 as size, v.pages, v.sha256, v.blob_id as "blobId", v.needs_password as "needsPassword",
    v.signatures > 0 as "isSigned"
  from agenda_item i join paper p on p.item_id = i.id and p.state = 'released'
  join lateral (select * from paper_version c where c.paper_id = p.id and c.released_at is not null order by c.number desc limit 1) v on true
  where i.session_id = $1 order by p."order", p.created_at, p.id`;

export interface MemberRow {
  seatNumber: number;
  title: string;
  titleEn: string | null;
  name: string;
  nameEn: string | null;
  isChair: boolean;
  votes: boolean;
}

/** $1 session. */
export const MEMBERS_SQL = `select s.number as "seatNumber", s.title, s.title_en as "titleEn", m.name, m.name_en as "nameEn", s.is_chair as "isChair", s.votes
  from attendance a join member m on m.id = a.member_id join seat s on s.id = m.seat_id where a.session_id = $1 order by s.number`;

export interface MotionRow {
  itemId: string;
  question: string;
  questionEn: string | null;
  choices: Choice[];
  options: Option[] | null;
  most: number | null;
}

/** What is prepared or open and can still be put by paper. $1 session. */
export const MOTIONS_SQL = `select m.item_id as "itemId", m.question, m.question_en as "questionEn", m.choices, m.options, m.most from motion m where m.session_id = $1 and m.state in ('prepared', 'open', 'paused') order by m.prepared_at, m.id`;
