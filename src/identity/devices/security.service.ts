import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import { found } from '../../http/refusal.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { SignInMethod } from '../account.entity.js';
import { deviceOf } from '../domain/devices.js';
import { OidcClient } from '../oidc/oidc-client.js';
import type { SignedIn } from '../session-reader.js';
import { type WaysIn, waysIn } from '../ways-in.js';
import { AccountSessions } from './account-sessions.service.js';
import { demandFresh } from './fresh.js';
import type { DeviceSessionDto, MyPasskeyDto, MySecurityDto } from './security.dto.js';

interface SessionRow {
  id: string;
  name: string | null;
  user_agent: string;
  method: SignInMethod;
  created_at: Date;
  last_seen_at: Date;
  address: string;
  fresh: boolean;
}

const SESSIONS_SQL = `select id, name, user_agent, method, created_at, last_seen_at, address, authenticated_at > now() - interval '10 minutes' as fresh
  from account_session where account_id = $1 and expires_at > now() and last_seen_at > now() - interval '30 minutes' order by last_seen_at desc`;

const PASSKEYS_SQL = `select id, name, rp_id as host, created_at as "createdAt", last_used_at as "lastUsedAt", backed_up as synced from passkey where account_id = $1 order by created_at`;

/** The page "devices and security": what opens the account, and where it is open. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: AccountSessions,
    private readonly oidc: OidcClient,
    private readonly journal: Journal,
  ) {}

  async read(actor: SignedIn): Promise<MySecurityDto> {
    const [ways, sessions, passkeys, recovery] = await Promise.all([
      waysIn(this.transactor, actor.accountId),
      this.transactor.query<SessionRow>(SESSIONS_SQL, [actor.accountId]),
      this.transactor.query<MyPasskeyDto>(PASSKEYS_SQL, [actor.accountId]),
      this.transactor.query<{ left: number }>('select count(*)::int as left from recovery_code where account_id = $1 and used_at is null', [actor.accountId]),
    ]);
    return {
      fresh: sessions.some((session) => session.id === actor.sessionId && session.fresh),
      password: ways.password, passkeys, codes: ways.codes, recoveryCodesLeft: recovery[0]?.left ?? 0,
      oidcProvider: this.oidc.name, oidcLinked: ways.oidc,
      sessions: sessions.map((session) => toDeviceSessionDto(session, actor)),
      can: { removePasskey: isOpenWithout(ways, 'passkey'), unlinkOidc: isOpenWithout(ways, 'oidc') },
    };
  }

  async rename(actor: SignedIn, sessionId: string, name: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const renamed = await tx.query('update account_session set name = $3 where id = $1 and account_id = $2 returning id', [sessionId, actor.accountId, name.normalize('NFC').trim()]);
      found(renamed[0]);
      await this.journal.append(tx, { type: 'identity.changed', actorId: actor.accountId, bodyId: null, audiences: [accountRoom(actor.accountId)], ids: { accountId: actor.accountId } });
    });
  }

  async end(actor: SignedIn, sessionId: string): Promise<void> {
    await this.sessions.end(actor, sessionId);
  }

  async endMany(actor: SignedIn, which: 'others' | 'everywhere'): Promise<void> {
    await this.transactor.run(async (tx) => {
      await demandFresh(tx, actor);
      await this.sessions.endOthers(tx, actor, which === 'everywhere');
    });
  }
}

function isOpenWithout(ways: WaysIn, one: 'passkey' | 'oidc'): boolean {
  const passkeys = one === 'passkey' ? ways.passkeys - 1 : ways.passkeys;
  return ways.password || ways.demo || passkeys > 0 || (one !== 'oidc' && ways.oidc);
}

function toDeviceSessionDto(row: SessionRow, actor: SignedIn): DeviceSessionDto {
  const { id, name, method, address } = row;
  return { id, name, ...deviceOf(row.user_agent), method, startedAt: row.created_at, lastSeenAt: row.last_seen_at, address, current: id === actor.sessionId };
}
