import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One encrypted file in the store, with its wrapped key. Its name in the store is its id. */
@Entity('paper_blob')
export class PaperBlob {
  @PrimaryColumn('uuid')
  id!: string;

  /** Which key from outside the database wraps this one. */
  @Index()
  @Column('text')
  keyId!: string;

  /** Key of this file alone (AES-256-GCM), wrapped. */
  @Column('bytea')
  wrappedKey!: Buffer;

  /** Since when no version needs it: a day later file and row go. Null while one does. */
  @Index()
  @Column('timestamptz', { nullable: true, default: () => 'now()' })
  unusedSince!: Date | null;
}
