import type { PaperPart, PaperState } from './domain/paper-states.js';
import type { PaperBriefDto, PaperCanDto, PaperVersionDto } from './papers.dto.js';

/** A paper with the newest version the reader may see. */
export interface PaperRow {
  id: string;
  bodyId: string;
  itemId: string | null;
  requestId: string | null;
  dossierId: string | null;
  part: PaperPart | null;
  title: string;
  order: number;
  state: PaperState;
  recallReason: string | null;
  version: VersionRow;
  versionCount: number;
  late: boolean;
  readState: 'unread' | 'read' | 'replaced';
}

type VersionRow = Omit<PaperVersionDto, 'mayCopy'>;

/** A time as the client reads it, written by the database: 2,000 papers have 4,000 of them, and `Date` was a fifth of the page's CPU. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const VERSION_JSON = `json_build_object('id', v.id, 'number', v.number, 'fileName', v.file_name, 'size', v.size, 'pages', v.pages, 'sha256', v.sha256,
  'uploadedAt', ${instant('v.uploaded_at')}, 'releasedAt', ${instant('v.released_at')}, 'needsPassword', v.needs_password, 'hasText', v.has_text, 'signatures', v.signatures, 'note', v.note, 'original', v.original, 'firstPage', v.first_page)`;

/**
 * One statement for any number of papers. $1 the reader's account, $2 bodies whose papers the reader may read, $3 those whose drafts
 * too. The caller adds which papers, from $4 on.
 */
export const PAPERS_SQL = `select p.id, p.body_id as "bodyId", p.item_id as "itemId", p.request_id as "requestId", p.dossier_id as "dossierId", p.part, p.title, p."order", p.state, p.recall_reason as "recallReason",
  ${VERSION_JSON} as version, v.late,
  (select count(*)::int from paper_version c where c.paper_id = p.id and (p.body_id = any($3::uuid[]) or c.released_at is not null)) as "versionCount",
  case when exists (select 1 from paper_receipt r where r.version_id = v.id and r.account_id = $1) then 'read'
    when v.number > 1 and exists (select 1 from paper_receipt r join paper_version o on o.id = r.version_id where o.paper_id = p.id and r.account_id = $1) then 'replaced'
    else 'unread' end as "readState"
  from paper p
  join lateral (select * from paper_version c where c.paper_id = p.id and (p.body_id = any($3::uuid[]) or c.released_at is not null) order by c.number desc limit 1) v on true
  where p.body_id = any($2::uuid[]) and (p.state = 'released' or p.body_id = any($3::uuid[]))`;

export const VERSIONS_SQL = `select ${VERSION_JSON} as version from paper_version v where v.paper_id = $1 and ($2 or v.released_at is not null) order by v.number desc`;

export function toPaperBriefDto(row: PaperRow, can: PaperCanDto, mayCopy: boolean): PaperBriefDto {
  const { id, itemId, requestId, dossierId, part, title, order, state, version, versionCount, late, readState } = row;
  return { id, itemId, requestId, dossierId, part, title, order, state, current: Object.assign(version, { mayCopy }), versionCount, late, readState, can };
}
