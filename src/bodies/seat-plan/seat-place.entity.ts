import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Seat } from '../body.entity.js';

/** Where a seat stands in the room, on a grid. */
@Entity('seat_place')
export class SeatPlace {
  @PrimaryColumn('uuid')
  seatId!: string;

  @ManyToOne(() => Seat, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'seat_id' })
  seat?: Seat;

  @Column('int')
  row!: number;

  @Column('int')
  column!: number;
}
