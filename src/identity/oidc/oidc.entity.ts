import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from '../account.entity.js';

/** Whom a provider knows by a subject. The key is (issuer, subject), never the e-mail (OpenID Connect Core 5.7). */
@Entity('oidc_identity')
export class OidcIdentity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Index()
  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}

/** A way to the provider and back that somebody began: good once, for ten minutes, in the browser that began it. */
@Entity('oidc_attempt')
export class OidcAttempt {
  /** SHA-256 of the secret in the browser's cookie. */
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('text')
  state!: string;

  @Column('text')
  nonce!: string;

  @Column('text')
  verifier!: string;

  @Column('text')
  redirectUri!: string;

  /** Who links an identity from the security page; null when signing in or using an invitation. */
  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  /** The invitation that is used by it, or null. */
  @Column('bytea', { nullable: true })
  linkHash!: Buffer | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
