import { Injectable } from '@nestjs/common';
import { Transactor, type Tx, isDuplicate } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { Account } from '../identity/account.entity.js';
import type { SignedIn } from '../identity/session-reader.js';
import { SessionRevocations } from '../identity/session-revocations.js';
import { administrators, bodyRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { CreateMemberDto, CreateSeatDto, EditSeatDto, SeatDto } from './bodies.dto.js';
import { mayRead } from './bodies.service.js';
import { Body, Member, Seat } from './body.entity.js';
import { isDate, plainName } from './domain/member-import.js';

const SEAT_SQL = `select s.id, s.number, s.title, s.title_en as "titleEn", s.organisation, s.is_chair as "isChair", s.votes,
  case when m.id is null then null else json_build_object('id', m.id, 'accountId', m.account_id, 'name', m.name, 'nameEn', m.name_en, 'from', m.from_date, 'until', m.until_date) end as member
  from seat s join body b on b.id = s.body_id
  left join member m on m.seat_id = s.id and coalesce($2::date, (now() at time zone b.timezone)::date) between m.from_date and coalesce(m.until_date, 'infinity')`;

/** Seats in protocol order and who holds them from when to when. */
@Injectable()
export class SeatsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly revocations: SessionRevocations,
  ) {}

  async list(actor: SignedIn, bodyId: string, on: string | undefined): Promise<SeatDto[]> {
    if (!mayRead(actor, bodyId)) throw new Refusal('notFound');
    if (on !== undefined && !isDate(on)) throw new Refusal('dateBad');
    return this.transactor.query<SeatDto>(`${SEAT_SQL} where s.body_id = $1 order by s.number`, [bodyId, on ?? null]);
  }

  async create(actor: SignedIn, bodyId: string, dto: CreateSeatDto): Promise<SeatDto> {
    try {
      return await this.transactor.run(async (tx) => {
        found(await tx.manager.findOneBy(Body, { id: bodyId }));
        const seat = await tx.manager.save(Seat, { ...dto, title: plainName(dto.title), titleEn: dto.titleEn ?? null, organisation: dto.organisation ?? null, bodyId });
        return this.changed(tx, actor, seat);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('seatNumberTaken', { number: dto.number });
      throw error;
    }
  }

  async edit(actor: SignedIn, id: string, dto: EditSeatDto): Promise<SeatDto> {
    return this.transactor.run(async (tx) => {
      const seat = found(await tx.manager.findOneBy(Seat, { id }));
      const { title = seat.title, titleEn = seat.titleEn, organisation = seat.organisation, isChair = seat.isChair, votes = seat.votes } = dto;
      await tx.manager.update(Seat, { id }, { title, titleEn, organisation, isChair, votes });
      return this.changed(tx, actor, seat);
    });
  }

  /** Gives the seat to a person from a day on. Terms of one seat never overlap. */
  async addMember(actor: SignedIn, seatId: string, dto: CreateMemberDto): Promise<SeatDto> {
    if (!isDate(dto.from)) throw new Refusal('dateBad');
    return this.transactor.run(async (tx) => {
      const seat = await lockSeat(tx, seatId);
      if (dto.accountId) found(await tx.manager.findOneBy(Account, { id: dto.accountId }));
      const overlapping = await tx.query(`select 1 from member where seat_id = $1 and coalesce(until_date, 'infinity') >= $2`, [seatId, dto.from]);
      if (overlapping.length > 0) throw new Refusal('termsOverlap');
      const { name, nameEn, accountId, from } = dto;
      await tx.manager.insert(Member, { bodyId: seat.bodyId, seatId, name: plainName(name), nameEn: nameEn ?? null, accountId: accountId ?? null, fromDate: from });
      return this.changed(tx, actor, seat);
    });
  }

  async endTerm(actor: SignedIn, memberId: string, on: string): Promise<SeatDto> {
    if (!isDate(on)) throw new Refusal('dateBad');
    return this.transactor.run(async (tx) => {
      const member = found(await tx.manager.findOneBy(Member, { id: memberId }));
      const seat = await lockSeat(tx, member.seatId);
      if (on < member.fromDate) throw new Refusal('termEndsBeforeStart');
      await tx.manager.update(Member, { id: memberId }, { untilDate: on });
      const { accountId } = member;
      if (accountId) tx.afterCommit(() => this.revocations.revokeAccount(accountId));
      return this.changed(tx, actor, seat);
    });
  }

  private async changed(tx: Tx, actor: SignedIn, seat: Seat): Promise<SeatDto> {
    const { bodyId } = seat;
    await this.journal.append(tx, { type: 'body.changed', actorId: actor.accountId, bodyId, audiences: [bodyRoom(bodyId), administrators], ids: { bodyId } });
    const [dto] = await tx.query<SeatDto>(`${SEAT_SQL} where s.id = $1`, [seat.id, null]);
    return found(dto);
  }
}

async function lockSeat(tx: Tx, id: string): Promise<Seat> {
  return found(await tx.manager.findOne(Seat, { where: { id }, lock: { mode: 'pessimistic_write' } }));
}
