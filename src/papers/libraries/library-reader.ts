import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import { permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { PaperReaderService } from '../paper-reader.service.js';
import type { PaperBriefDto } from '../papers.dto.js';
import type { LibraryDto, LibraryLinkDto } from './libraries.dto.js';

interface LinkRow {
  id: string;
  folderId: string;
  paperId: string;
  addedAt: Date;
  sessionId: string | null;
  sessionTitle: string | null;
  sessionTitleEn: string | null;
}

const FOLDERS_SQL = `select id, name from library_folder where case when $2::uuid is null then account_id = $1 else body_id = $2 end order by id`;
/** Đ comes after D, not after all other letters. */
const ALPHABET = new Intl.Collator('vi', { numeric: true });
const LINKS_SQL = `select l.id, l.folder_id as "folderId", l.paper_id as "paperId", l.added_at as "addedAt", s.id as "sessionId", s.title as "sessionTitle", s.title_en as "sessionTitleEn"
  from library_link l join library_folder f on f.id = l.folder_id join paper p on p.id = l.paper_id left join agenda_item i on i.id = p.item_id left join session s on s.id = i.session_id
  where case when $2::uuid is null then f.account_id = $1 else f.body_id = $2 end order by l.added_at desc, l.id`;

/** A library as one person may see it: what was recalled, or is not theirs to read any more, is not there and not counted. */
@Injectable()
export class LibraryReader {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PaperReaderService,
  ) {}

  read(actor: SignedIn, bodyId: string | null): Promise<LibraryDto> {
    return this.transactor.run((tx) => this.readWithin(tx, actor, bodyId));
  }

  async readWithin(tx: Tx, actor: SignedIn, bodyId: string | null): Promise<LibraryDto> {
    if (bodyId !== null) demand(actor, 'paper.read', bodyId);
    const of = [actor.accountId, bodyId];
    const folders = await tx.query<{ id: string; name: string }>(FOLDERS_SQL, of);
    const rows = await tx.query<LinkRow>(LINKS_SQL, of);
    const seen = new Map<string, PaperBriefDto | null>();
    const links: { folderId: string; link: LibraryLinkDto }[] = [];
    for (const row of rows) {
      const known = seen.get(row.paperId);
      const paper = known === undefined ? await this.released(tx, actor, row.paperId) : known;
      seen.set(row.paperId, paper);
      if (paper !== null) links.push({ folderId: row.folderId, link: toLinkDto(row, paper) });
    }
    return {
      folders: folders.sort((left, right) => ALPHABET.compare(left.name, right.name)).map(({ id, name }) => ({ id, name, links: links.filter(({ folderId }) => folderId === id).map(({ link }) => link) })),
      can: { keep: bodyId === null || permits(actor, 'paper.prepare', bodyId) },
    };
  }

  /** A paper that is out, and that this person may read; null for any other. */
  async released(tx: Tx, actor: SignedIn, paperId: string): Promise<PaperBriefDto | null> {
    const paper = await this.papers.brief(tx, actor, paperId).catch((error: unknown) => {
      if (error instanceof Refusal && (error.code === 'notFound' || error.code === 'notAllowed')) return null;
      throw error;
    });
    return paper?.state === 'released' ? paper : null;
  }
}

function toLinkDto({ id, paperId, addedAt, sessionId, sessionTitle, sessionTitleEn }: LinkRow, { title, current, itemId, requestId }: PaperBriefDto): LibraryLinkDto {
  return { id, paperId, title, pages: current.pages, version: current.number, size: current.size, addedAt: addedAt.toISOString(), itemId, requestId, sessionId, sessionTitle, sessionTitleEn };
}
