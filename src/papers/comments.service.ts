import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { permits } from '../identity/domain/policy.js';
import type { AddCommentDto, CommentDto } from './comments.dto.js';
import { Comment } from './comment.entity.js';

interface CommentRow extends Omit<CommentDto, 'at' | 'mine'> {
  at: Date;
}

/** Comments on unreleased versions are shown to who may see drafts ($2). */
const COMMENTS_SQL = `select c.id, c.item_id as "itemId", v.paper_id as "paperId", c.paper_version_id as "paperVersionId", c.page, c.parent_id as "parentId", c.text, c.weight, c.at,
    json_build_object('id', a.id, 'name', a.name, 'nameEn', a.name_en) as author
  from comment c join account a on a.id = c.author_id left join paper_version v on v.id = c.paper_version_id
  where c.item_id = $1 and (v.id is null or v.released_at is not null or $2)`;

/** Talk on items and papers before and during the session. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
  ) {}

  async list(actor: SignedIn, itemId: string, paperId: string | undefined): Promise<CommentDto[]> {
    return this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'session.follow');
      const drafts = permits(actor, 'paper.readDraft', session.bodyId);
      const rows = await tx.query<CommentRow>(`${COMMENTS_SQL} and ($3::uuid is null or v.paper_id = $3) order by c.at, c.id`, [itemId, drafts, paperId ?? null]);
      return rows.map((row) => toCommentDto(row, actor));
    });
  }

  async add(actor: SignedIn, itemId: string, dto: AddCommentDto): Promise<CommentDto> {
    return this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'agenda.comment');
      if (session.state === 'ended' || session.state === 'concluded' || session.state === 'cancelled') throw new Refusal('sessionStateForbids', { state: session.state });
      const { weight, parentId, paperVersionId, page } = dto;
      if (parentId && !(await tx.manager.existsBy(Comment, { id: parentId, itemId }))) throw new Refusal('commentParentElsewhere');
      const drafts = permits(actor, 'paper.readDraft', session.bodyId);
      if (paperVersionId) await knowVersion(tx, { paperVersionId, itemId, drafts });
      const values = { itemId, parentId: parentId ?? null, paperVersionId: paperVersionId ?? null, page: paperVersionId ? (page ?? null) : null };
      const { id } = await tx.manager.save(Comment, { ...values, text: dto.text.trim(), weight, authorId: actor.accountId });
      await this.agenda.tell(tx, actor, { session, type: 'comment.added', ids: { itemId, commentId: id }, facts: { weight } });
      const [row] = await tx.query<CommentRow>(`${COMMENTS_SQL} and c.id = $3`, [itemId, drafts, id]);
      return toCommentDto(found(row), actor);
    });
  }
}

/** The version lies on this item and the author may see it. */
async function knowVersion(tx: Tx, wanted: { paperVersionId: string; itemId: string; drafts: boolean }): Promise<void> {
  const rows = await tx.query(
    'select 1 from paper_version v join paper p on p.id = v.paper_id where v.id = $1 and p.item_id = $2 and (v.released_at is not null or $3)',
    [wanted.paperVersionId, wanted.itemId, wanted.drafts],
  );
  found(rows[0]);
}

function toCommentDto(row: CommentRow, actor: SignedIn): CommentDto {
  return { ...row, at: row.at.toISOString(), mine: row.author.id === actor.accountId };
}
