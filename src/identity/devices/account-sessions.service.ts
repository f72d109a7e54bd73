import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import type { EventType } from '../../contract/live-events.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { SignInMethod } from '../account.entity.js';
import { isSingleFactor, showsSecondFactor } from '../domain/assurance.js';
import { shortAddress } from '../domain/devices.js';
import type { SignedIn } from '../session-reader.js';
import { SessionRevocations } from '../session-revocations.js';
import { hashToken, newToken } from '../tokens.js';
import { demandFresh } from './fresh.js';

/** Where a request came from. */
export interface Client {
  address: string;
  userAgent: string;
  /** The secret of the session that is open in this browser, which ends when another begins there. */
  open: string | null;
}

/** Who begins a session, where, and how they showed who they are. */
export interface Beginning {
  accountId: string;
  client: Client;
  method: SignInMethod;
  /** The OpenID Connect provider vouches for two factors or more. */
  isStrongAtProvider?: boolean;
}

const START_SQL = `insert into account_session (token_hash, account_id, expires_at, user_agent, address, method, restricted)
  values ($1, $2, now() + interval '12 hours', $3, $4, $5, $6)`;

/** Devices of $1 that keep papers: those of session $2, all but those of session $3, or all. */
const END_DEVICES_SQL = 'update offline_device set ended_at = now() where account_id = $1 and ended_at is null and ($2::uuid is null or session_id = $2) and session_id is distinct from $3::uuid';

/** Sessions of a person at browsers: begun, renewed, ended. */
@Injectable()
export class AccountSessions {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
    private readonly revocations: SessionRevocations,
    private readonly environment: Environment,
  ) {}

  /** The new session's secret. In production one factor alone opens only the page on which a second one is shown or enrolled. */
  async start(tx: Tx, { accountId, client, method, isStrongAtProvider = false }: Beginning): Promise<string> {
    const token = newToken();
    const left = client.open === null ? null : await this.leave(tx, client.open);
    // Somebody else sits down at this browser: it keeps no papers of who sat there before. The same person goes on with theirs.
    if (left !== null && left.accountId !== accountId) await tx.query(END_DEVICES_SQL, [left.accountId, left.id, null]);
    const restricted = this.environment.NODE_ENV === 'production' && isSingleFactor(method, isStrongAtProvider);
    await tx.query(START_SQL, [hashToken(token), accountId, client.userAgent.slice(0, 300), shortAddress(client.address), method, restricted]);
    await tx.query('delete from account_session where account_id = $1 and expires_at < now()', [accountId]);
    await this.tell(tx, { type: 'identity.signedIn', actorId: accountId, accountId, facts: { method } });
    return token;
  }

  /** The person showed again who they are: the session goes on under a new secret, so that a stolen one is worth nothing. A second factor lifts the restriction. */
  async renew(tx: Tx, actor: SignedIn, method: SignInMethod): Promise<string> {
    const token = newToken();
    if (showsSecondFactor(method)) await this.release(tx, actor);
    await tx.query('update account_session set token_hash = $2, authenticated_at = now(), last_seen_at = now() where id = $1', [actor.sessionId, hashToken(token)]);
    await this.tell(tx, { type: 'identity.sessionRenewed', actorId: actor.accountId, accountId: actor.accountId, facts: { method } });
    return token;
  }

  /** One's own session; another one than this only after showing again who one is. */
  async end(actor: SignedIn, sessionId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      if (sessionId !== actor.sessionId) await demandFresh(tx, actor);
      const ended = await tx.query<{ id: string }>('delete from account_session where id = $1 and account_id = $2 returning id', [sessionId, actor.accountId]);
      found(ended[0]);
      await tx.query(END_DEVICES_SQL, [actor.accountId, sessionId, null]);
      await this.tell(tx, { type: 'identity.signedOut', actorId: actor.accountId, accountId: actor.accountId });
      tx.afterCommit(() => this.revocations.revokeSessions([sessionId]));
    });
  }

  /** Ends the session that a browser leaves, as whoever it is of; nothing where there is none. */
  async leave(tx: Tx, token: string): Promise<{ id: string; accountId: string } | null> {
    const [left] = await tx.query<{ id: string; accountId: string }>('delete from account_session where token_hash = $1 returning id, account_id as "accountId"', [hashToken(token)]);
    if (!left) return null;
    await this.tell(tx, { type: 'identity.signedOut', actorId: left.accountId, accountId: left.accountId });
    tx.afterCommit(() => this.revocations.revokeSessions([left.id]));
    return left;
  }

  /** All others, or with them this one too. */
  async endOthers(tx: Tx, actor: SignedIn, alsoThis = false): Promise<void> {
    const kept = alsoThis ? '00000000-0000-0000-0000-000000000000' : actor.sessionId;
    const ended = await tx.query<{ id: string }>('delete from account_session where account_id = $1 and id <> $2 returning id', [actor.accountId, kept]);
    await tx.query(END_DEVICES_SQL, [actor.accountId, null, kept]);
    if (ended.length === 0) return;
    await this.tell(tx, { type: 'identity.sessionsEnded', actorId: actor.accountId, accountId: actor.accountId, facts: { count: ended.length } });
    tx.afterCommit(() => this.revocations.revokeSessions(ended.map((session) => session.id)));
  }

  /** Everywhere, for an account whose ways in changed from outside or whom an administrator signs out. */
  async endAll(tx: Tx, accountId: string, actorId: string | null): Promise<void> {
    const ended = await tx.query<{ id: string }>('delete from account_session where account_id = $1 returning id', [accountId]);
    await tx.query(END_DEVICES_SQL, [accountId, null, null]);
    if (ended.length > 0) await this.tell(tx, { type: 'identity.sessionsEnded', actorId, accountId, facts: { count: ended.length } });
    tx.afterCommit(() => this.revocations.revokeAccount(accountId));
  }

  /** A second thing was enrolled or shown here: this session may go on. Others of the account showed nothing. */
  async release(tx: Tx, actor: SignedIn): Promise<void> {
    const released = await tx.query<{ id: string }>('update account_session set restricted = false where id = $1 and restricted returning id', [actor.sessionId]);
    // Their sockets heard only the person's own news: they connect anew.
    if (released.length > 0) tx.afterCommit(() => this.revocations.revokeSessions(released.map((session) => session.id)));
  }

  private tell(tx: Tx, news: { type: EventType; actorId: string | null; accountId: string; facts?: Record<string, unknown> }): Promise<void> {
    const { type, actorId, accountId, facts = {} } = news;
    return this.journal.append(tx, { type, actorId, bodyId: null, audiences: type === 'identity.sessionsEnded' ? [accountRoom(accountId), administrators] : [accountRoom(accountId)], ids: { accountId }, facts });
  }
}
