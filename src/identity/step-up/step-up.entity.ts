import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../account.entity.js';
import type { Act } from '../domain/statement.js';

/** What a person is asked to sign: good for two minutes, in the session that asked for it. Kept an hour, for a request that is sent again. */
@Entity('step_up_statement')
export class StepUpStatement {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @Column('text')
  act!: Act;

  @Column('uuid')
  subjectId!: string;

  @Column('uuid')
  memberId!: string;

  /** Canonical JSON (RFC 8785); its SHA-256 is the challenge of the passkey. */
  @Column('text')
  statement!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Somebody's answer is being checked; a second one waits for the first. */
  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  /** What was shown, once it was right. */
  @Column('jsonb', { nullable: true })
  proof!: object | null;
}

/** That the person themselves did it: what they signed and with what. Append-only; never in the journal, only its hash. */
@Entity('step_up_evidence')
@Index(['subjectId', 'memberId'])
export class StepUpEvidence {
  /** The statement's id. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  act!: Act;

  /** The motion or the request. */
  @Column('uuid')
  subjectId!: string;

  @Column('uuid')
  memberId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  statement!: string;

  @Column('text')
  kind!: 'passkey' | 'code';

  @Column('text', { nullable: true })
  credentialId!: string | null;

  /** COSE_Key in base64url, kept here too: a passkey may be removed later. */
  @Column('text', { nullable: true })
  publicKey!: string | null;

  /** The three parts of the assertion in base64url (WebAuthn Level 3, 7.2). */
  @Column('text', { nullable: true })
  authenticatorData!: string | null;

  @Column('text', { nullable: true })
  clientDataJson!: string | null;

  @Column('text', { nullable: true })
  signature!: string | null;

  @Column('timestamptz')
  at!: Date;

  /** SHA-256 of the canonical JSON of the rest; stands in the journal's row of the ballot or reply. */
  @Column('text')
  sha256!: string;
}
