import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Body } from '../../bodies/body.entity.js';
import type { SessionKind } from '../../sessions/domain/session-states.js';
import type { ItemKind } from '../domain/agenda.js';

/** An item of a template; those below it inside. */
export interface TemplateItem {
  title: string;
  titleEn: string | null;
  kind: ItemKind;
  sponsor: string | null;
  minutes: number;
  /** Left out in templates that are older than the word. */
  withheld?: boolean;
  children: TemplateItem[];
}

/** What sessions of one sort have in common: kind, place, length, and an agenda to begin with. */
@Entity('session_template')
export class SessionTemplate {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Index()
  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: SessionKind;

  @Column('text')
  place!: string;

  /** Minutes the session takes. */
  @Column('int')
  minutes!: number;

  @Column('jsonb')
  items!: TemplateItem[];

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
