import { Injectable } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import type { EventType } from '../../contract/live-events.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { SignInMethod } from '../account.entity.js';
import { isSingleFactor, showsSecondFactor } from '../domain/assurance.js';
import { shortAddress } from '../domain/devices.js';
import { HAS_SECOND_THING_SQL, type SignedIn } from '../session-reader.js';
import { SessionRevocations } from '../session-revocations.js';
import { hashToken, newToken } from '../tokens.js';

/** Where a request came from. */
export interface Client {
  address: string;
  userAgent: string;
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

const FRESH_SQL = `select s.authenticated_at > now() - interval '10 minutes' as fresh, s.restricted and ${HAS_SECOND_THING_SQL} as "mustConfirm" from account_session s where s.id = $1`;

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

  /**
   * Refuses who has not shown within ten minutes who they are: a session left open must not enrol a way in. Nor may who knows the
   * password of an account that has a second factor add one of their own.
   */
  async demandFresh(tx: Tx, actor: SignedIn): Promise<void> {
    const [session] = await tx.query<{ fresh: boolean; mustConfirm: boolean }>(FRESH_SQL, [actor.sessionId]);
    if (session?.mustConfirm) throw new Refusal('confirmFirst');
    if (!session?.fresh) throw new Refusal('freshSignInNeeded');
  }

  async end(actor: SignedIn, sessionId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const ended = await tx.query<{ id: string }>('delete from account_session where id = $1 and account_id = $2 returning id', [sessionId, actor.accountId]);
      found(ended[0]);
      await this.tell(tx, { type: 'identity.signedOut', actorId: actor.accountId, accountId: actor.accountId });
      tx.afterCommit(() => this.revocations.revokeSessions([sessionId]));
    });
  }

  /** All others, or with them this one too. */
  async endOthers(tx: Tx, actor: SignedIn, alsoThis: boolean): Promise<void> {
    const kept = alsoThis ? '00000000-0000-0000-0000-000000000000' : actor.sessionId;
    const ended = await tx.query<{ id: string }>('delete from account_session where account_id = $1 and id <> $2 returning id', [actor.accountId, kept]);
    if (ended.length === 0) return;
    await this.tell(tx, { type: 'identity.sessionsEnded', actorId: actor.accountId, accountId: actor.accountId, facts: { count: ended.length } });
    tx.afterCommit(() => this.revocations.revokeSessions(ended.map((session) => session.id)));
  }

  /** Everywhere, for an account whose ways in changed from outside or whom an administrator signs out. */
  async endAll(tx: Tx, accountId: string, actorId: string | null): Promise<void> {
    const ended = await tx.query<{ id: string }>('delete from account_session where account_id = $1 returning id', [accountId]);
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
