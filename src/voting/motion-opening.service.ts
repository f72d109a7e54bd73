import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { PackService } from '../papers/pack.service.js';
import { SessionHooks } from '../sessions/session-hooks.js';
import { Motion } from './motion.entity.js';
import { MotionsRepository } from './motions.repository.js';

const ROLL_SQL = `select r.member_id as "memberId", m.account_id as "accountId", r.is_chair as "isChair" from motion_roll r join member m on m.id = r.member_id where r.motion_id = $1 order by r.member_id`;

const RECUSED_SQL = `select x.member_id as "memberId" from recusal x join member m on m.id = x.member_id join seat s on s.id = m.seat_id and s.votes join body b on b.id = m.body_id
  where x.item_id = $1 and ($2::timestamptz at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity') order by x.member_id`;

/** What happens when a vote opens: the roll is frozen, and the journal gets what a later check needs. */
@Injectable()
export class MotionOpeningService implements OnModuleInit {
  constructor(
    private readonly motions: MotionsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly pack: PackService,
    private readonly hooks: SessionHooks,
  ) {}

  /** A session does not end while a ballot is open. */
  onModuleInit(): void {
    this.hooks.on('end', async (tx, session) => {
      if (await tx.manager.existsBy(Motion, { sessionId: session.id, state: 'open' })) throw new Refusal('ballotOpen');
    });
  }

  /** Freezes the roll as of an instant; the answer is what the journal tells and proves of it. (docs/export-format.md) */
  async freeze(tx: Tx, motion: Motion, asOf: Date): Promise<{ facts: Record<string, unknown>; private: Record<string, unknown> }> {
    const count = await this.motions.freezeRoll(tx, motion, asOf);
    const recused = await tx.query<{ memberId: string }>(RECUSED_SQL, [motion.itemId, asOf]);
    await tx.manager.update(Motion, { id: motion.id }, { recused: recused.length });
    const { id: motionId, question, questionEn, choices } = motion;
    const { id, citation, quorum, adoption, tie, absentMayVote, changeBallot, stepUp } = await this.ruleSets.read(tx, motion.ruleSetId);
    const [roll, papers] = [await tx.query(ROLL_SQL, [motionId]), await this.pack.hashesOf(tx, { kind: 'item', id: motion.itemId })];
    return { facts: { roll: count, recused: recused.length }, private: { motionId, question, questionEn, choices, papers, roll, recused, ruleSet: { id, citation, quorum, adoption, tie, absentMayVote, changeBallot, stepUp } } };
  }
}
