import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found, refuseIf } from '../../http/refusal.js';
import { memberOf, permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { Journal } from '../../journal/journal.js';
import { SessionHooks } from '../../sessions/session-hooks.js';
import type { Session } from '../../sessions/session.entity.js';
import { audiencesOfWholeSession, SessionsRepository } from '../../sessions/sessions.repository.js';
import { whyCannotShare } from '../domain/page-share.js';
import { PapersRepository } from '../papers.repository.js';
import { PageShare } from './page-share.entity.js';
import { SharedPages } from './shared-pages.js';
import type { PageShareDto, ShareDto, SharingDto } from './sharing.dto.js';

/** A share that runs: not ended, and its turn, if it was begun in one, neither. Papers that the reader may not see have no rows. */
const RUNNING_SQL = `select h.id, p.item_id as "itemId", p.id as "paperId", h.version_id as "versionId", p.title, h.page, h.step, a.name as by, a.name_en as "byEn", h.account_id as "accountId"
  from page_share h join account a on a.id = h.account_id join paper_version v on v.id = h.version_id join paper p on p.id = v.paper_id
  where h.session_id = $1 and h.ended_at is null and p.state = 'released' and (h.turn_id is null or exists (select 1 from turn t where t.id = h.turn_id and t.state = 'speaking'))`;

const SHOW_SQL = `update page_share h set page = $2, step = h.step + 1 where h.id = $1 and h.ended_at is null
  and (h.turn_id is null or exists (select 1 from turn t where t.id = h.turn_id and t.state = 'speaking')) returning h.step`;

const TURN_SQL = `select id from turn where session_id = $1 and state = 'speaking' and (account_id = $2 or member_id = $3)`;

type Row = Omit<PageShareDto, 'isMine'> & { accountId: string };

/** Who presents shares the page they are on; who follows sees it move. */
@Injectable()
export class SharingService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly papers: PapersRepository,
    private readonly pages: SharedPages,
    private readonly hooks: SessionHooks,
    private readonly journal: Journal,
  ) {}

  /** Nothing is shown while the session stands still or after it. */
  onModuleInit(): void {
    for (const act of ['suspend', 'end'] as const) {
      this.hooks.on(act, (tx, session, actor) => this.finishRunning(tx, actor, session));
    }
  }

  async read(actor: SignedIn, sessionId: string): Promise<SharingDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.visit');
      const [row] = await tx.query<Row>(RUNNING_SQL, [sessionId]);
      const turn = await this.turnOf(tx, actor, session);
      const standing = { state: session.state, runs: permits(actor, 'floor.run', session.bodyId), speaks: turn !== null, isTaken: row !== undefined && row.accountId !== actor.accountId };
      return { share: row ? toDto(row, actor) : null, can: { share: whyCannotShare(standing) === null, stop: row !== undefined && (standing.runs || !standing.isTaken) } };
    });
  }

  /** Begins to share a page, or goes on with another paper. */
  async share(actor: SignedIn, sessionId: string, { versionId, page }: ShareDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId, 'session.visit');
      const { version, paper, owner } = await this.papers.version(tx, actor, versionId);
      if (owner.ids.sessionId !== sessionId || paper.itemId === null) throw new Refusal('notFound');
      const [row] = await tx.query<Row>(RUNNING_SQL, [sessionId]);
      const turn = await this.turnOf(tx, actor, session);
      const runs = permits(actor, 'floor.run', session.bodyId);
      refuseIf(whyCannotShare({ state: session.state, runs, speaks: turn !== null, isTaken: row !== undefined && row.accountId !== actor.accountId }));
      if (paper.state !== 'released' || version.releasedAt === null) throw new Refusal('paperStateForbids', { state: paper.state });
      await this.finishRunning(tx, actor, session);
      const { id } = await tx.manager.save(PageShare, { sessionId, versionId, accountId: actor.accountId, turnId: runs ? null : turn, page: Math.min(page, version.pages), step: 1, startedAt: await tx.now(), endedAt: null });
      await this.papers.tell(tx, actor, { owner, type: 'share.started', ids: { paperId: paper.id, versionId }, facts: { shareId: id } });
      return id;
    });
  }

  /** Shows another page of the paper that one shares. */
  async show(actor: SignedIn, shareId: string, page: number): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { versionId, accountId } = found(await tx.manager.findOneBy(PageShare, { id: shareId }));
      if (accountId !== actor.accountId) throw new Refusal('notFound');
      const { version, owner } = await this.papers.version(tx, actor, versionId);
      if (page > version.pages) throw new Refusal('badInput', { fields: ['page:max'] });
      const [shown] = await tx.query<{ step: number }>(SHOW_SQL, [shareId, page]);
      if (!shown) throw new Refusal('shareEnded');
      tx.afterCommit(() => this.pages.tell({ shareId, page, step: shown.step, audiences: owner.audiences }));
    });
  }

  async stop(actor: SignedIn, shareId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { sessionId } = found(await tx.manager.findOneBy(PageShare, { id: shareId }));
      const session = await this.sessions.lock(tx, actor, sessionId, 'session.visit');
      const share = found(await tx.manager.findOneBy(PageShare, { id: shareId }));
      if (share.accountId !== actor.accountId && !permits(actor, 'floor.run', session.bodyId)) throw new Refusal('notAllowed');
      if (share.endedAt === null) await this.finish(tx, actor, { session, id: share.id });
    });
  }

  private async finishRunning(tx: Tx, actor: SignedIn, session: Session): Promise<void> {
    const running = await tx.manager.findOneBy(PageShare, { sessionId: session.id, endedAt: IsNull() });
    if (running) await this.finish(tx, actor, { session, id: running.id });
  }

  /** Who ends it may be recused from the item: the news names the session alone. */
  private async finish(tx: Tx, actor: SignedIn, { session, id }: { session: Session; id: string }): Promise<void> {
    await tx.manager.update(PageShare, { id }, { endedAt: await tx.now() });
    await this.journal.append(tx, { type: 'share.ended', actorId: actor.accountId, bodyId: session.bodyId, audiences: audiencesOfWholeSession(session), ids: { bodyId: session.bodyId, sessionId: session.id }, facts: { shareId: id } });
  }

  /** The turn in which somebody has the floor now. */
  private async turnOf(tx: Tx, actor: SignedIn, session: Session): Promise<string | null> {
    const [turn] = await tx.query<{ id: string }>(TURN_SQL, [session.id, actor.accountId, memberOf(actor, session.bodyId)]);
    return turn?.id ?? null;
  }
}

function toDto({ accountId, ...row }: Row, actor: SignedIn): PageShareDto {
  return { ...row, isMine: accountId === actor.accountId };
}
