import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { demand } from '../identity/demand.js';
import { memberOf } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { bodyRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { Member } from './body.entity.js';
import { ChairDelegation } from './delegation.entity.js';
import type { DelegateDto, DelegationDto, DelegationsDto } from './delegations.dto.js';
import { isDate } from './domain/member-import.js';

const LIST_SQL = `select d.id, d.member_id as "memberId", m.name, m.name_en as "nameEn", d.from_date::text as "fromDate", d.until_date::text as "untilDate"
  from chair_delegation d join member m on m.id = d.member_id where d.body_id = $1 and d.until_date >= current_date order by d.from_date`;

const SEAT_SQL = `select 1 from member m join seat s on s.id = m.seat_id and s.is_chair where m.id = $1`;

/** For whom the chair approves and presides while away. (product/rules.md §2: "or who the chair delegated") */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async list(actor: SignedIn, bodyId: string): Promise<DelegationsDto> {
    demand(actor, 'body.read', bodyId);
    const [delegations, seat] = await Promise.all([this.transactor.query<DelegationDto>(LIST_SQL, [bodyId]), this.transactor.query(SEAT_SQL, [memberOf(actor, bodyId)])]);
    return { delegations, can: { delegate: seat.length > 0 } };
  }

  async delegate(actor: SignedIn, bodyId: string, dto: DelegateDto): Promise<string> {
    if (!isDate(dto.fromDate) || !isDate(dto.untilDate)) throw new Refusal('dateBad');
    if (dto.untilDate < dto.fromDate) throw new Refusal('termEndsBeforeStart');
    return this.transactor.run(async (tx) => {
      await this.demandSeat(tx, actor, bodyId);
      const member = found(await tx.manager.findOneBy(Member, { id: dto.memberId, bodyId }));
      if (member.id === memberOf(actor, bodyId)) throw new Refusal('requestPointless');
      const { memberId, fromDate, untilDate } = dto;
      const { id } = await tx.manager.save(ChairDelegation, { bodyId, memberId, fromDate, untilDate });
      await this.tell(tx, actor, { bodyId, memberId, act: 'delegate' });
      return id;
    });
  }

  async end(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { bodyId, memberId } = found(await tx.manager.findOneBy(ChairDelegation, { id }));
      await this.demandSeat(tx, actor, bodyId);
      await tx.manager.delete(ChairDelegation, { id });
      await this.tell(tx, actor, { bodyId, memberId, act: 'endDelegation' });
    });
  }

  /** Who was delegated cannot delegate further. */
  private async demandSeat(tx: Tx, actor: SignedIn, bodyId: string): Promise<void> {
    demand(actor, 'session.approve', bodyId);
    const [seat] = await tx.query(SEAT_SQL, [memberOf(actor, bodyId)]);
    if (!seat) throw new Refusal('notAllowed');
  }

  private tell(tx: Tx, actor: SignedIn, { bodyId, memberId, act }: { bodyId: string; memberId: string; act: string }): Promise<void> {
    return this.journal.append(tx, { type: 'body.changed', actorId: actor.accountId, bodyId, audiences: [bodyRoom(bodyId)], ids: { bodyId, memberId }, facts: { act } });
  }
}
