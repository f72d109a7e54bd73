import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { AccountSessions, type Client } from '../devices/account-sessions.service.js';
import { demandFresh } from '../devices/fresh.js';
import type { SignedIn } from '../session-reader.js';
import { SetupLinksService } from '../sign-in/setup-links.service.js';
import { hashToken, newToken } from '../tokens.js';
import { waysIn } from '../ways-in.js';
import { OidcClient, type Trip, type Vouched } from './oidc-client.js';

const CALLBACK_PATH = '/api/auth/oidc/callback';

interface Attempt extends Trip {
  sessionId: string | null;
  linkHash: Buffer | null;
}

/** What the way back led to: perhaps a session that begins, and the page to go on with. */
export interface OidcOutcome {
  session: string | null;
  to: string;
}

const TAKE_SQL = `delete from oidc_attempt where token_hash = $1 and expires_at > now()
  returning state, nonce, verifier, redirect_uri as "redirectUri", session_id as "sessionId", link_hash as "linkHash"`;

const KNOWN_SQL = `update oidc_identity i set last_used_at = now() from account a
  where i.issuer = $1 and i.subject = $2 and a.id = i.account_id and not a.disabled returning i.account_id`;

/** Signing in with, and linking, an identity at the provider. The key is (issuer, subject): an e-mail address may be given to another person. */
@Injectable()
export class OidcService {
  constructor(
    private readonly transactor: Transactor,
    private readonly client: OidcClient,
    private readonly links: SetupLinksService,
    private readonly sessions: AccountSessions,
    private readonly journal: Journal,
  ) {}

  /** Begins a trip; the secret belongs into a cookie of the browser that begins it. */
  async begin(origin: string, purpose: { linkToken: string | undefined; actor: SignedIn | null; open: string | null }): Promise<{ url: string; secret: string }> {
    if (this.client.name === null) throw new Refusal('notFound');
    const { linkToken, actor, open } = purpose;
    if (linkToken !== undefined) await this.links.read(linkToken);
    if (actor) await this.transactor.run((tx) => demandFresh(tx, actor));
    // The way back is a navigation that another site begins: it brings no SameSite=Strict cookie that would name the session to end.
    if (open !== null) await this.transactor.run((tx) => this.sessions.leave(tx, open));
    const { trip, url } = await this.client.begin(`${origin}${CALLBACK_PATH}`);
    const secret = newToken();
    await this.transactor.query('delete from oidc_attempt where expires_at < now()');
    await this.transactor.query(
      `insert into oidc_attempt (token_hash, state, nonce, verifier, redirect_uri, session_id, link_hash, expires_at) values ($1, $2, $3, $4, $5, $6, $7, now() + interval '10 minutes')`,
      [hashToken(secret), trip.state, trip.nonce, trip.verifier, trip.redirectUri, actor?.sessionId ?? null, linkToken === undefined ? null : hashToken(linkToken)],
    );
    return { url, secret };
  }

  /** The way back. Only the browser that began the trip holds its secret, and only once. A refusal is told on the page one came from. */
  async finish(secret: string | null, query: string, client: Client): Promise<OidcOutcome> {
    const [attempt] = secret === null ? [] : await this.transactor.query<Attempt>(TAKE_SQL, [hashToken(secret)]);
    if (!attempt) {
      securityEvent('signIn.failed', { way: 'oidc', accountId: 'unknown', reason: 'trip' });
      return { session: null, to: '/sign-in?refused=signInExpired' };
    }
    const isLinking = attempt.sessionId !== null;
    try {
      const vouched = await this.client.finish(attempt, query);
      const session = await this.transactor.run((tx) => this.settle(tx, { attempt, vouched }, client));
      return { session, to: isLinking ? '/me/security' : '/' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { session: null, to: `${isLinking ? '/me/security' : '/sign-in'}?refused=${error.code}` };
    }
  }

  async unlink(actor: SignedIn): Promise<void> {
    await this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      await tx.query('select 1 from account where id = $1 for update', [actor.accountId]);
      const unlinked = await tx.query('delete from oidc_identity where account_id = $1 returning issuer', [actor.accountId]);
      if (!(await waysIn(tx, actor.accountId)).any) throw new Refusal('lastWayIn');
      if (unlinked.length > 0) await this.tell(tx, 'identity.oidcUnlinked', actor.accountId);
    });
  }

  /** Links, uses an invitation, or signs in; the new session's secret where one begins. */
  private async settle(tx: Tx, { attempt, vouched }: { attempt: Attempt; vouched: Vouched }, client: Client): Promise<string | null> {
    if (attempt.sessionId !== null) {
      // The session that began the trip must still be there: signing out meanwhile ends it.
      const [session] = await tx.query<{ account_id: string }>('select account_id from account_session where id = $1 and expires_at > now()', [attempt.sessionId]);
      if (!session) throw new Refusal('signInExpired');
      await this.link(tx, session.account_id, vouched);
      return null;
    }
    const accountId = attempt.linkHash === null ? await knownAs(tx, vouched) : await this.links.use(tx, attempt.linkHash);
    if (attempt.linkHash !== null) await this.link(tx, accountId, vouched);
    return this.sessions.start(tx, { accountId, client, method: 'oidc', isStrongAtProvider: vouched.strong });
  }

  private async link(tx: Tx, accountId: string, { issuer, subject }: Vouched): Promise<void> {
    const [linked] = await tx.query<{ account_id: string }>(
      `insert into oidc_identity (issuer, subject, account_id) values ($1, $2, $3) on conflict (issuer, subject) do update set last_used_at = oidc_identity.last_used_at returning account_id`,
      [issuer, subject, accountId],
    );
    if (linked?.account_id !== accountId) throw new Refusal('oidcTaken');
    await this.tell(tx, 'identity.oidcLinked', accountId);
  }

  private tell(tx: Tx, type: 'identity.oidcLinked' | 'identity.oidcUnlinked', accountId: string): Promise<void> {
    return this.journal.append(tx, { type, actorId: accountId, bodyId: null, audiences: [accountRoom(accountId), administrators], ids: { accountId } });
  }
}

async function knownAs(tx: Tx, { issuer, subject }: Vouched): Promise<string> {
  const [known] = await tx.query<{ account_id: string }>(KNOWN_SQL, [issuer, subject]);
  if (known) return known.account_id;
  securityEvent('signIn.failed', { way: 'oidc', accountId: 'unknown', reason: 'not linked' });
  throw new Refusal('oidcUnknown');
}
