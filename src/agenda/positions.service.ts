import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { demandMember } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Position } from './agenda-item.entity.js';
import type { MemberPositionDto, TakePositionDto } from './agenda.dto.js';
import { AgendaRepository } from './agenda.repository.js';

const POSITIONS_SQL = `select p.member_id as "memberId", m.name, m.name_en as "nameEn", p.stand, p.text
  from position p join member m on m.id = p.member_id join seat s on s.id = m.seat_id where p.item_id = $1 order by s.number`;

/** Positions before the session: taken by each member, seen by all who may see the session. */
@Injectable()
export class PositionsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly agenda: AgendaRepository,
  ) {}

  async take(actor: SignedIn, itemId: string, dto: TakePositionDto): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { session } = await this.agenda.hold(tx, actor, itemId, 'agenda.takePosition');
      const memberId = demandMember(actor, 'agenda.takePosition', session.bodyId);
      if (session.state !== 'sent') throw new Refusal('positionsClosed');
      const stand = dto.stand ?? null;
      if (stand === null) await tx.manager.delete(Position, { itemId, memberId });
      else await tx.manager.upsert(Position, { itemId, memberId, stand, text: dto.text?.trim() || null, at: await tx.now() }, ['itemId', 'memberId']);
      await this.agenda.tell(tx, actor, { session, type: 'position.taken', ids: { itemId, memberId }, private: { itemId, memberId, stand } });
    });
  }

  async list(actor: SignedIn, itemId: string): Promise<MemberPositionDto[]> {
    return this.transactor.run(async (tx) => {
      await this.agenda.hold(tx, actor, itemId, 'session.follow');
      return tx.query<MemberPositionDto>(POSITIONS_SQL, [itemId]);
    });
  }
}
