import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { PackService } from '../papers/pack.service.js';
import { SessionHooks } from '../sessions/session-hooks.js';
import { Motion } from './motion.entity.js';
import { MotionsRepository } from './motions.repository.js';

const ROLL_SQL = `select r.member_id as "memberId", m.account_id as "accountId", r.is_chair as "isChair" from motion_roll r join member m on m.id = r.member_id where r.motion_id = $1 order by r.member_id`;

const RECUSED_SQL = `select distinct x.member_id as "memberId" from recusal x join member m on m.id = x.member_id join seat s on s.id = m.seat_id and s.votes join body b on b.id = m.body_id
  where x.item_id = any($1::uuid[]) and ($2::timestamptz at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity') order by x.member_id`;

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
      if (await tx.manager.existsBy(Motion, { sessionId: session.id, state: In(['open', 'paused']) })) throw new Refusal('ballotOpen');
    });
  }

  /** Opens a motion that is held, with the roll of an instant; the answer is what the journal tells and proves of it. (docs/export-format.md) */
  async open(tx: Tx, motion: Motion, asOf?: Date): Promise<{ facts: Record<string, unknown>; private: Record<string, unknown> }> {
    const openedAt = await tx.now();
    const items = await this.motions.itemsOf(tx, motion);
    const at = asOf ?? openedAt;
    const count = await this.motions.freezeRoll(tx, motion, { asOf: at, items });
    const recused = await tx.query<{ memberId: string }>(RECUSED_SQL, [items, at]);
    await tx.manager.update(Motion, { id: motion.id }, { recused: recused.length, state: 'open', openedAt });
    const { id: motionId, question, questionEn, choices } = motion;
    const { id, citation, quorum, adoption, tie, absentMayVote, changeBallot, stepUp } = await this.ruleSets.read(tx, motion.ruleSetId);
    const [roll, papers] = [await tx.query(ROLL_SQL, [motionId]), await this.pack.hashesOfItems(tx, items)];
    const ruleSet = { id, citation, quorum, adoption, tie, absentMayVote, changeBallot, stepUp };
    return { facts: { roll: count, recused: recused.length, openedAt: openedAt.toISOString() }, private: { motionId, question, questionEn, choices, papers, roll, recused, ruleSet, ...kindOf(motion, items) } };
  }
}

/** What the log says of a motion that is more than one question on one item, answered by each member. */
function kindOf({ kind, options, most, places, rollCall }: Motion, items: string[]): Record<string, unknown> {
  return {
    ...(kind === 'question' ? {} : { kind }),
    ...(options === null ? {} : { options: options.map(({ id, label }) => ({ id, label })), most, places }),
    ...(items.length > 1 ? { items: [...items].sort() } : {}),
    ...(rollCall ? { rollCall } : {}),
  };
}
