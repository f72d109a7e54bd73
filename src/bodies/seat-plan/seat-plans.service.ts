import { Injectable } from '@nestjs/common';
import { Transactor, type Queryable } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { demand } from '../../identity/demand.js';
import { permits } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { bodyRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { Seat } from '../body.entity.js';
import { isCrowded, placesOf, type Seated } from '../domain/seat-plan.js';
import type { PlacedSeatDto, SeatPlaceDto, SeatPlanDto } from './seat-plan.dto.js';
import { SeatPlace } from './seat-place.entity.js';

const SEATS_SQL = `select s.id as "seatId", s.number, s.title, s.title_en as "titleEn", case when p.seat_id is not null then json_build_object('row', p."row", 'column', p."column") end as place
  from seat s left join seat_place p on p.seat_id = s.id where s.body_id = $1`;

/** The plan of a body's room: who sits where. */
@Injectable()
export class SeatPlansService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async read(actor: SignedIn, bodyId: string): Promise<SeatPlanDto> {
    demand(actor, 'body.read', bodyId);
    return { bodyId, seats: await this.seatsOf(this.transactor, bodyId), can: { edit: permits(actor, 'session.prepare', bodyId) } };
  }

  /** For screens above, which have asked for the right. */
  async seatsOf(from: Queryable, bodyId: string): Promise<PlacedSeatDto[]> {
    const seats = await from.query<Omit<PlacedSeatDto, 'row' | 'column'> & Seated>(SEATS_SQL, [bodyId]);
    return placesOf(seats).map(({ place, ...seat }) => ({ ...seat, ...place }));
  }

  /** Draws the whole plan anew; two seats never stand at one place. */
  async draw(actor: SignedIn, bodyId: string, places: SeatPlaceDto[]): Promise<void> {
    demand(actor, 'session.prepare', bodyId);
    if (isCrowded(places)) throw new Refusal('placeTaken');
    await this.transactor.run(async (tx) => {
      const known = new Set((await tx.manager.findBy(Seat, { bodyId })).map(({ id }) => id));
      if (places.some(({ seatId }) => !known.has(seatId)) || new Set(places.map(({ seatId }) => seatId)).size < places.length) throw new Refusal('notFound');
      await tx.query('select 1 from body where id = $1 for no key update', [bodyId]);
      await tx.query('delete from seat_place where seat_id in (select id from seat where body_id = $1)', [bodyId]);
      if (places.length > 0) await tx.manager.insert(SeatPlace, places.map(({ seatId, row, column }) => ({ seatId, row, column })));
      await this.journal.append(tx, { type: 'seatPlan.drawn', actorId: actor.accountId, bodyId, audiences: [bodyRoom(bodyId)], ids: { bodyId }, facts: { places: places.length } });
    });
  }
}
