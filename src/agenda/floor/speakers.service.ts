import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Member } from '../../bodies/body.entity.js';
import { RuleSetsService } from '../../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found, refuseIf } from '../../http/refusal.js';
import { guestIn, memberOf, permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { SessionHooks } from '../../sessions/session-hooks.js';
import type { Session } from '../../sessions/session.entity.js';
import { maySeeItem, SessionsRepository } from '../../sessions/sessions.repository.js';
import { GuestsRepository } from '../guests/guests.repository.js';
import { AgendaRepository } from '../agenda.repository.js';
import { moveTurn, whyCannotSpeak } from '../domain/speakers.js';
import type { AskFloorDto, TurnActDto } from './floor.dto.js';
import { Turn } from './floor.entity.js';

/** Who has the floor, and who waits for it. One speaks at a time. */
@Injectable()
export class SpeakersService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
    private readonly sessions: SessionsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly hooks: SessionHooks,
    private readonly guests: GuestsRepository,
  ) {}

  /** Who speaks when the session is suspended has ended; a session does not end while somebody speaks. */
  onModuleInit(): void {
    this.hooks.on('suspend', async (tx, session, actor) => {
      const running = await tx.manager.findOneBy(Turn, { sessionId: session.id, state: 'speaking' });
      if (running) await this.finish(tx, actor, { session, turn: running });
    });
    this.hooks.on('end', async (tx, session) => {
      if (await tx.manager.existsBy(Turn, { sessionId: session.id, state: 'speaking' })) throw new Refusal('turnStateForbids', { state: 'speaking' });
    });
  }

  /** Asks for the floor, for oneself or, by the office, for somebody else. */
  async ask(actor: SignedIn, itemId: string, dto: AskFloorDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session } = await this.agenda.lock(tx, actor, itemId, 'floor.ask');
      refuseIf(whyCannotSpeak(session.state));
      const who = await this.speakerOf(tx, actor, { session, dto });
      const waiting = await tx.manager.findBy(Turn, { itemId, state: 'waiting' });
      const isSame = (turn: Turn): boolean => turn.kind === dto.kind && (who.memberId !== null ? turn.memberId === who.memberId : turn.name === who.name);
      if (waiting.some(isSame)) throw new Refusal('turnWaiting');
      const { speakingMinutes } = await this.ruleSets.read(tx, session.ruleSetId);
      const order = 1 + Math.max(-1, ...waiting.filter(({ kind }) => kind === dto.kind).map((turn) => turn.order));
      const turn = await tx.manager.save(Turn, { sessionId: session.id, itemId, ...who, kind: dto.kind, order, minutes: dto.minutes ?? speakingMinutes[dto.kind], askedAt: await tx.now(), state: 'waiting' });
      await this.tell(tx, actor, { session, turn, act: 'ask' });
      return turn.id;
    });
  }

  async act(actor: SignedIn, turnId: string, dto: TurnActDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const held = await this.hold(tx, actor, turnId);
      if (dto.act === 'withdraw') await this.withdraw(tx, actor, held);
      else if (!permits(actor, 'floor.run', held.session.bodyId)) throw new Refusal('notAllowed');
      else if (dto.act === 'start') await this.start(tx, actor, held);
      else if (dto.act === 'end') await this.finish(tx, actor, held);
      else if (dto.act === 'extend') await this.extend(tx, actor, { ...held, minutes: dto.minutes ?? 1 });
      else await this.move(tx, actor, { ...held, index: dto.index ?? 0 });
    });
  }

  private async hold(tx: Tx, actor: SignedIn, turnId: string): Promise<{ session: Session; turn: Turn }> {
    const { sessionId } = found(await tx.manager.findOneBy(Turn, { id: turnId }));
    const session = await this.sessions.lock(tx, actor, sessionId, 'session.visit');
    const turn = found(await tx.manager.findOneBy(Turn, { id: turnId }));
    if (!maySeeItem(actor, session, turn.itemId)) throw new Refusal('notFound');
    return { session, turn };
  }

  private async withdraw(tx: Tx, actor: SignedIn, { session, turn }: { session: Session; turn: Turn }): Promise<void> {
    const isOwn = turn.accountId === actor.accountId || (turn.memberId !== null && memberOf(actor, session.bodyId) === turn.memberId);
    if (!isOwn && !permits(actor, 'floor.run', session.bodyId)) throw new Refusal('notAllowed');
    if (turn.state !== 'waiting') throw new Refusal('turnStateForbids', { state: turn.state });
    await tx.manager.update(Turn, { id: turn.id }, { state: 'withdrawn', endedAt: await tx.now() });
    await this.tell(tx, actor, { session, turn, act: 'withdraw' });
  }

  /** Gives the floor; who had it until now has ended. */
  private async start(tx: Tx, actor: SignedIn, { session, turn }: { session: Session; turn: Turn }): Promise<void> {
    refuseIf(whyCannotSpeak(session.state));
    if (turn.state !== 'waiting') throw new Refusal('turnStateForbids', { state: turn.state });
    const running = await tx.manager.findOneBy(Turn, { sessionId: session.id, state: 'speaking' });
    if (running) await this.finish(tx, actor, { session, turn: running });
    await tx.manager.update(Turn, { id: turn.id }, { state: 'speaking', startedAt: await tx.now() });
    await this.tell(tx, actor, { session, turn, act: 'start' });
  }

  private async finish(tx: Tx, actor: SignedIn, { session, turn }: { session: Session; turn: Turn }): Promise<void> {
    if (turn.state !== 'speaking') throw new Refusal('turnStateForbids', { state: turn.state });
    await tx.manager.update(Turn, { id: turn.id }, { state: 'done', endedAt: await tx.now() });
    await this.tell(tx, actor, { session, turn, act: 'end' });
  }

  private async extend(tx: Tx, actor: SignedIn, { session, turn, minutes }: { session: Session; turn: Turn; minutes: number }): Promise<void> {
    if (turn.state !== 'speaking' && turn.state !== 'waiting') throw new Refusal('turnStateForbids', { state: turn.state });
    await tx.manager.update(Turn, { id: turn.id }, { minutes: turn.minutes + minutes });
    await this.tell(tx, actor, { session, turn, act: 'extend' });
  }

  private async move(tx: Tx, actor: SignedIn, { session, turn, index }: { session: Session; turn: Turn; index: number }): Promise<void> {
    const waiting = await tx.manager.findBy(Turn, { itemId: turn.itemId, state: 'waiting' });
    for (const { id, order } of moveTurn(waiting, turn.id, index)) await tx.manager.update(Turn, { id }, { order });
    await this.tell(tx, actor, { session, turn, act: 'move' });
  }

  /** Who is to speak: oneself; the office names a member, or anybody else by name. */
  private async speakerOf(tx: Tx, actor: SignedIn, { session, dto }: { session: Session; dto: AskFloorDto }): Promise<Pick<Turn, 'memberId' | 'accountId' | 'name'>> {
    const mine = memberOf(actor, session.bodyId);
    const isOwn = dto.name === undefined && (dto.memberId === undefined || dto.memberId === mine);
    if (isOwn && mine !== null) return { memberId: mine, accountId: actor.accountId, name: null };
    if (dto.name === undefined && dto.memberId === undefined && guestIn(actor, session)) return this.guests.speakerOf(tx, session.id, actor.accountId);
    if (!permits(actor, 'floor.run', session.bodyId)) throw new Refusal('notAllowed');
    if (dto.memberId !== undefined) {
      const { id, accountId } = found(await tx.manager.findOneBy(Member, { id: dto.memberId, bodyId: session.bodyId }));
      return { memberId: id, accountId, name: null };
    }
    if (!dto.name?.trim()) throw new Refusal('speakerMissing');
    return { memberId: null, accountId: null, name: dto.name.trim() };
  }

  private tell(tx: Tx, actor: SignedIn, { session, turn, act }: { session: Session; turn: Turn; act: string }): Promise<void> {
    return this.agenda.tell(tx, actor, { session, type: 'turn.changed', ids: { itemId: turn.itemId, turnId: turn.id, ...(turn.memberId === null ? {} : { memberId: turn.memberId }) }, facts: { act, kind: turn.kind, minutes: turn.minutes } });
  }
}
