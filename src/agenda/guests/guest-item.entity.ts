import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SessionGuest } from '../../sessions/guests/session-guest.entity.js';
import { AgendaItem } from '../agenda-item.entity.js';

/** An item that somebody is invited to. */
@Entity('session_guest_item')
export class SessionGuestItem {
  @PrimaryColumn('uuid')
  guestId!: string;

  @ManyToOne(() => SessionGuest, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'guest_id' })
  guest?: SessionGuest;

  @Index()
  @PrimaryColumn('uuid')
  itemId!: string;

  @ManyToOne(() => AgendaItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'item_id' })
  item?: AgendaItem;
}
