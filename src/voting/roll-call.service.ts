import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor } from '../database/transactor.js';
import { Refusal, refuseIf } from '../http/refusal.js';
import { demand } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { whyNoAnswer } from './domain/casting.js';
import { whyCannotMove } from './domain/motion-states.js';
import { MotionsRepository } from './motions.repository.js';
import { newReceipt, selectedPart } from './receipts.js';
import type { RollCallDto } from './meeting-votes.dto.js';

const ENTER_SQL = `insert into ballot (motion_id, member_id, choice, text, selected, channel, receipt, entered_by, cast_at) values ($1, $2, $3, $4, string_to_array($5, ',')::uuid[], 'rollCall', $6, $7, $8)
  on conflict (motion_id, member_id) do update set choice = excluded.choice, text = excluded.text, selected = excluded.selected, receipt = excluded.receipt, entered_by = excluded.entered_by, cast_at = excluded.cast_at
  where ballot.entered_by is not null returning member_id`;

/** In milliseconds, as the log writes it: the ballot and its row say the same. */
const CLOCK_SQL = `select date_trunc('milliseconds', clock_timestamp()) as at`;

/** Where devices fail: members are called by name, and the secretariat enters what each says. Each entry tells who entered it. (product/rules.md §4) */
@Injectable()
export class RollCallService {
  constructor(
    private readonly transactor: Transactor,
    private readonly motions: MotionsRepository,
    private readonly agenda: AgendaRepository,
  ) {}

  /** Enters or corrects one member's answer; a ballot the member cast themselves is never touched. */
  async enter(actor: SignedIn, id: string, dto: RollCallDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.lock(tx, actor, id, 'motion.run');
      demand(actor, 'motion.enter', session.bodyId);
      if (!motion.rollCall) throw new Refusal('rollCallOff');
      refuseIf(whyCannotMove('enter', { state: motion.state, undecided: false }, session.state), { state: motion.state });
      refuseIf(whyNoAnswer(motion, dto));
      const { memberId, choice } = dto;
      const text = dto.text?.trim() || null;
      const selected = dto.selected && dto.selected.length > 0 ? [...dto.selected].sort().join(',') : null;
      const receipt = newReceipt();
      const [onRoll] = await tx.query('select 1 from motion_roll where motion_id = $1 and member_id = $2', [id, memberId]);
      if (!onRoll) throw new Refusal('notOnRoll');
      const [clock] = await tx.query<{ at: Date }>(CLOCK_SQL);
      const written = await tx.asSystem(() => tx.query(ENTER_SQL, [id, memberId, choice, text, selected, receipt, actor.accountId, clock?.at]));
      if (written.length === 0) throw new Refusal('castByMember');
      await this.agenda.tell(tx, actor, {
        session, type: 'motion.cast', at: clock?.at, ids: { itemId: motion.itemId, motionId: id }, facts: { memberId, receipt, enteredBy: actor.accountId },
        private: { motionId: id, memberId, choice, text, channel: 'rollCall', ...selectedPart(selected) },
      });
    });
  }
}
