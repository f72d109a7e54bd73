import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../../agenda/agenda.repository.js';
import { Member } from '../../bodies/body.entity.js';
import { isDuplicate, Transactor, type Tx } from '../../database/transactor.js';
import { found, Refusal, refuseIf } from '../../http/refusal.js';
import { whyNotPermitted } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom, officeRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { handoutState, whyCannotHandOut } from '../domain/register.js';
import { PaperHandout, RegisteredPaper } from './register.entity.js';
import type { HandOutDto, RegisterDto, RegisteredPaperDto, RegisterPaperDto } from './register.dto.js';

/** The register of papers that may not be uploaded: which copy is with whom, and what should be back. (product/rules.md §3) */
@Injectable()
export class RegisterService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
    private readonly sessions: SessionsRepository,
    private readonly journal: Journal,
  ) {}

  async read(actor: SignedIn, sessionId: string): Promise<RegisterDto> {
    return this.transactor.run(async (tx) => {
      await this.sessions.hold(tx, actor, sessionId, 'paper.register');
      const papers = await tx.manager.createQueryBuilder(RegisteredPaper, 'p').innerJoin('p.item', 'i').where('i.session_id = :sessionId', { sessionId }).orderBy('p.created_at').addOrderBy('p.id').getMany();
      return { papers: await Promise.all(papers.map((paper) => toDto(tx, paper))) };
    });
  }

  async add(actor: SignedIn, itemId: string, { title, classification, copies }: RegisterPaperDto): Promise<RegisteredPaperDto> {
    return this.transactor.run(async (tx) => {
      const { item } = await this.agenda.hold(tx, actor, itemId, 'paper.register');
      const paper = await tx.manager.save(RegisteredPaper, { bodyId: item.bodyId, itemId, title: title.trim(), classification, copies, createdAt: await tx.now(), createdBy: actor.accountId });
      await this.tell(tx, actor, { paper, act: 'added', facts: { copies } });
      return toDto(tx, paper);
    });
  }

  /** @throws Refusal copyOut, copyUnknown, copyDuePast, copyHolderMissing */
  async handOut(actor: SignedIn, paperId: string, { number, memberId, holder, dueAt: due }: HandOutDto): Promise<RegisteredPaperDto> {
    try {
      return await this.transactor.run(async (tx) => {
        const paper = await this.lock(tx, actor, paperId);
        const now = await tx.now();
        const dueAt = due === undefined ? null : new Date(due);
        refuseIf(whyCannotHandOut(paper.copies, await tx.manager.findBy(PaperHandout, { paperId }), { number, dueAt, now }), { number });
        const member = memberId === undefined ? null : found(await tx.manager.findOneBy(Member, { id: memberId, bodyId: paper.bodyId }));
        const name = member?.name ?? holder?.trim() ?? '';
        if (name === '') throw new Refusal('copyHolderMissing');
        await tx.manager.insert(PaperHandout, { paperId, bodyId: paper.bodyId, number, memberId: memberId ?? null, holder: name, handedAt: now, handedBy: actor.accountId, dueAt, returnedAt: null, returnedTo: null });
        await this.tell(tx, actor, { paper, act: 'handedOut', facts: { number }, member });
        return toDto(tx, paper);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('copyOut', { number });
      throw error;
    }
  }

  /** Sent twice, it came back once. */
  async takeBack(actor: SignedIn, handoutId: string): Promise<RegisteredPaperDto> {
    return this.transactor.run(async (tx) => {
      const handout = found(await tx.manager.findOneBy(PaperHandout, { id: handoutId }));
      const paper = await this.lock(tx, actor, handout.paperId);
      const changed = await tx.query(`update paper_handout set returned_at = now(), returned_to = $2 where id = $1 and returned_at is null returning id`, [handoutId, actor.accountId]);
      const member = handout.memberId === null ? null : await tx.manager.findOneBy(Member, { id: handout.memberId });
      if (changed.length > 0) await this.tell(tx, actor, { paper, act: 'returned', facts: { number: handout.number }, member });
      return toDto(tx, paper);
    });
  }

  /** Only what was never given to anybody can be struck out. */
  async remove(actor: SignedIn, paperId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const paper = await this.lock(tx, actor, paperId);
      if (await tx.manager.existsBy(PaperHandout, { paperId })) throw new Refusal('copiesGivenOut');
      await tx.manager.delete(RegisteredPaper, { id: paperId });
      await this.tell(tx, actor, { paper, act: 'removed' });
    });
  }

  private async lock(tx: Tx, actor: SignedIn, id: string): Promise<RegisteredPaper> {
    const paper = found(await tx.manager.findOne(RegisteredPaper, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    refuseIf(whyNotPermitted(actor, 'paper.register', paper.bodyId));
    await this.agenda.hold(tx, actor, paper.itemId, 'paper.register');
    return paper;
  }

  /** Told to the office, and to the member whose copy it is. */
  private async tell(tx: Tx, actor: SignedIn, news: { paper: RegisteredPaper; act: string; facts?: Record<string, unknown>; member?: Member | null }): Promise<void> {
    const { paper: { bodyId, itemId }, act, facts, member } = news;
    const holder = member?.accountId ? [accountRoom(member.accountId)] : [];
    await this.journal.append(tx, { type: 'register.changed', actorId: actor.accountId, bodyId, audiences: [officeRoom(bodyId), ...holder], ids: { bodyId, itemId, ...(member ? { memberId: member.id } : {}) }, facts: { act, ...facts } });
  }
}

async function toDto(tx: Tx, { id, itemId, title, classification, copies }: RegisteredPaper): Promise<RegisteredPaperDto> {
  const now = await tx.now();
  const handouts = await tx.manager.find(PaperHandout, { where: { paperId: id }, order: { number: 'ASC', handedAt: 'DESC' } });
  return {
    id, itemId, title, classification, copies,
    handouts: handouts.map(({ id: handoutId, number, memberId, holder, handedAt, dueAt, returnedAt }) => ({
      id: handoutId, number, memberId, holder, state: handoutState({ dueAt, returnedAt }, now), handedAt: handedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null, returnedAt: returnedAt?.toISOString() ?? null,
    })),
  };
}
