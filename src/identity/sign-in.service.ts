import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Environment } from '../config/environment.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { accountRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { Account, AccountSession, SetupLink } from './account.entity.js';
import { whyNotPassword } from './domain/passwords.js';
import { PasswordHasher } from './password-hasher.js';
import type { SignedIn } from './session-reader.js';
import { SessionRevocations } from './session-revocations.js';
import { hashToken, newToken } from './tokens.js';

/** Where a request came from. */
export interface Client {
  address: string;
  userAgent: string;
}

const TRIES_PER_ACCOUNT = 5;
const TRIES_PER_ADDRESS = 20;

/** Counts this try and those of the last minute, and says when the oldest of them ends. */
const TRIES_SQL = `select count(*) filter (where account_key = $1)::int as account, count(*) filter (where address = $2)::int as address,
  ceil(extract(epoch from min(at) + interval '1 minute' - now()))::int as wait from sign_in_try
  where at > now() - interval '1 minute' and (account_key = $1 or address = $2)`;

/** Signing in and out, and choosing a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactor: Transactor,
    private readonly hasher: PasswordHasher,
    private readonly journal: Journal,
    private readonly revocations: SessionRevocations,
    private readonly environment: Environment,
  ) {}

  /** The new session's secret. Same answer and same time for an unknown account and a wrong password. */
  async signIn(username: string, password: string, client: Client): Promise<string> {
    const name = username.normalize('NFC').trim();
    await this.countTry(name.toLowerCase(), client.address);
    const [account] = await this.transactor.query<{ id: string; password_hash: string | null }>(
      'select id, password_hash from account where lower(username) = lower($1) and not disabled',
      [name],
    );
    const matched = await this.hasher.matches(password, account?.password_hash ?? null);
    if (!account || !matched) throw new Refusal('wrongCredentials');
    return this.transactor.run((tx) => this.startSession(tx, account.id, client));
  }

  /** One click, in a demo only. */
  async signInAsDemoPerson(username: string, client: Client): Promise<string> {
    if (!this.environment.demo) throw new Refusal('notFound');
    return this.transactor.run(async (tx) => {
      const account = found(await tx.manager.findOneBy(Account, { username, demo: true, disabled: false }));
      return this.startSession(tx, account.id, client);
    });
  }

  async signOut(actor: SignedIn): Promise<void> {
    await this.transactor.run(async (tx) => {
      await tx.manager.delete(AccountSession, { id: actor.sessionId });
      await this.tell(tx, 'identity.signedOut', actor.accountId);
      tx.afterCommit(() => this.revocations.revokeSessions([actor.sessionId]));
    });
  }

  /** A one-time link is used up; every session of the account ends. */
  async setPassword(token: string, password: string): Promise<void> {
    const hash = hashToken(token);
    const [link] = await this.transactor.query<{ username: string }>(
      `select a.username from setup_link l join account a on a.id = l.account_id where l.token_hash = $1 and l.used_at is null and l.expires_at > now()`,
      [hash],
    );
    if (!link) throw new Refusal('linkExpired');
    const weak = whyNotPassword(password, link.username);
    if (weak) throw new Refusal(weak);
    const passwordHash = await this.hasher.hash(password);
    await this.transactor.run(async (tx) => {
      const used = await tx.query<{ account_id: string }>(
        'update setup_link set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning account_id',
        [hash],
      );
      const accountId = used[0]?.account_id;
      if (!accountId) throw new Refusal('linkExpired');
      await tx.manager.update(Account, { id: accountId }, { passwordHash });
      await tx.manager.delete(AccountSession, { accountId });
      await this.tell(tx, 'identity.passwordSet', accountId);
      tx.afterCommit(() => this.revocations.revokeAccount(accountId));
    });
  }

  /** A new one-time link, good for 72 hours; earlier ones end. */
  async newSetupLink(tx: Tx, accountId: string): Promise<string> {
    const token = newToken();
    await tx.manager.delete(SetupLink, { accountId });
    await tx.query(`insert into setup_link (token_hash, account_id, expires_at) values ($1, $2, now() + interval '72 hours')`, [hashToken(token), accountId]);
    return `/set-password?token=${token}`;
  }

  private async startSession(tx: Tx, accountId: string, client: Client): Promise<string> {
    const token = newToken();
    await tx.query(
      `insert into account_session (token_hash, account_id, expires_at, user_agent) values ($1, $2, now() + interval '12 hours', $3)`,
      [hashToken(token), accountId, client.userAgent.slice(0, 300)],
    );
    await tx.query('delete from account_session where account_id = $1 and expires_at < now()', [accountId]);
    await this.tell(tx, 'identity.signedIn', accountId);
    return token;
  }

  private async countTry(username: string, address: string): Promise<void> {
    const accountKey = createHash('sha256').update(username).digest('hex');
    const tries = await this.transactor.run(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [address]);
      const [row] = await tx.query<{ account: number; address: number; wait: number | null }>(TRIES_SQL, [accountKey, address]);
      const over = row !== undefined && (row.account >= TRIES_PER_ACCOUNT || row.address >= TRIES_PER_ADDRESS);
      if (!over) await tx.query('insert into sign_in_try (account_key, address) values ($1, $2)', [accountKey, address]);
      await tx.query(`delete from sign_in_try where at < now() - interval '10 minutes'`);
      return over ? Math.max(1, row.wait ?? 60) : 0;
    });
    if (tries > 0) throw new Refusal('tooManyTries', { retryAfterSeconds: tries });
  }

  private tell(tx: Tx, type: 'identity.signedIn' | 'identity.signedOut' | 'identity.passwordSet', accountId: string): Promise<void> {
    return this.journal.append(tx, { type, actorId: accountId, bodyId: null, audiences: [accountRoom(accountId)], ids: { accountId } });
  }
}
