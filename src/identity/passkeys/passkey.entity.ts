import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../account.entity.js';

/** A credential of WebAuthn: its private key never leaves the person's device. */
@Entity('passkey')
export class Passkey {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** base64url, as browsers say it. */
  @Column('text', { unique: true })
  credentialId!: string;

  @Index()
  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account?: Account;

  /** The host name it is bound to. */
  @Column('text')
  rpId!: string;

  /** COSE_Key (RFC 9052 7). */
  @Column('bytea')
  publicKey!: Buffer;

  /** COSE algorithm number: -7 is ES256. */
  @Column('integer')
  algorithm!: number;

  /** Uses the authenticator has counted; stays 0 on those that do not count. */
  @Column('double precision')
  counter!: number;

  @Column('text', { array: true })
  transports!: string[];

  /** `multiDevice` may be synchronised between devices. */
  @Column('text')
  deviceType!: 'singleDevice' | 'multiDevice';

  @Column('boolean')
  backedUp!: boolean;

  @Column('text')
  name!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}

export type ChallengePurpose = 'enrol' | 'signIn' | 'stepUp';

/** A challenge that was given out: good once, for one purpose, for five minutes. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('text')
  challenge!: string;

  @Column('text')
  purpose!: ChallengePurpose;

  /** Who it was given to: `session:…`, `link:…`, or nobody yet. */
  @Column('text')
  holder!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
