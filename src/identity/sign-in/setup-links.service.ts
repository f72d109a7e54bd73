import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { accountRoom, administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { hashToken, newToken } from '../tokens.js';

export interface Invited {
  accountId: string;
  username: string;
  name: string;
  nameEn: string | null;
  kind: 'invitation' | 'recovery';
}

const OPEN_SQL = `select a.id as "accountId", a.username, a.name, a.name_en as "nameEn", l.kind from setup_link l join account a on a.id = l.account_id
  where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and not a.disabled`;

/** One-time links by which a person chooses how to sign in: an invitation, or a recovery that ends all earlier ways. */
@Injectable()
export class SetupLinksService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: AccountSessions,
    private readonly journal: Journal,
  ) {}

  /** A new link, good for 72 hours; earlier ones end. */
  async make(tx: Tx, accountId: string, made: { kind: 'invitation' | 'recovery'; actorId: string | null }): Promise<string> {
    const token = newToken();
    await tx.query('delete from setup_link where account_id = $1', [accountId]);
    await tx.query(`insert into setup_link (token_hash, account_id, expires_at, kind) values ($1, $2, now() + interval '72 hours', $3)`, [hashToken(token), accountId, made.kind]);
    const audiences = [accountRoom(accountId), administrators];
    await this.journal.append(tx, { type: 'identity.linkMade', actorId: made.actorId, bodyId: null, audiences, ids: { accountId }, facts: { kind: made.kind } });
    // In the fragment, which browsers send to nobody: no log of a proxy and no referrer has it.
    return `/set-password#token=${token}`;
  }

  /** Whom a link invites; refuses one that was used or is too old. */
  async read(token: string): Promise<Invited> {
    return this.readByHash(hashToken(token));
  }

  async readByHash(hash: Buffer): Promise<Invited> {
    const [invited] = await this.transactor.query<Invited>(OPEN_SQL, [hash]);
    if (!invited) return refuseLink();
    return invited;
  }

  /** Uses the link up and ends every session; a recovery ends all earlier ways in too. What is chosen instead is kept afterwards. */
  async use(tx: Tx, hash: Buffer): Promise<string> {
    const [used] = await tx.query<{ account_id: string; kind: 'invitation' | 'recovery' }>(
      'update setup_link set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() and account_id in (select id from account where not disabled) returning account_id, kind',
      [hash],
    );
    if (!used) return refuseLink();
    const accountId = used.account_id;
    if (used.kind === 'recovery') {
      for (const table of ['passkey', 'totp', 'recovery_code', 'oidc_identity']) await tx.query(`delete from ${table} where account_id = $1`, [accountId]);
      await tx.query('update account set password_hash = null where id = $1', [accountId]);
    }
    await this.sessions.endAll(tx, accountId, accountId);
    return accountId;
  }
}

function refuseLink(): never {
  securityEvent('signIn.failed', { way: 'link', accountId: 'unknown' });
  throw new Refusal('linkExpired');
}
