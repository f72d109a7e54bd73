import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { RoleName } from '../contract/permissions.js';
import { mainPool } from '../database/main-pool.js';
import type { Actor, BodyRights, GuestRights } from './domain/policy.js';
import { hashToken } from './tokens.js';

/** A signed-in person at one browser. */
export interface SignedIn extends Actor {
  sessionId: string;
  /** Signed in by one factor, in production: may do nothing but enrol a second one, or show the one that is there. */
  restricted: false | 'enrol' | 'confirm';
}

interface Row {
  token: string;
  session_id: string;
  account_id: string;
  administrator: boolean;
  restricted: boolean;
  confirmable: boolean;
  stale: boolean;
  rights: { bodyId: string; roles: RoleName[]; memberId: string | null }[] | null;
  guest_of: GuestRights[] | null;
}

/** Whether the account of a session (`s`) has a passkey or an app's codes. */
export const HAS_SECOND_THING_SQL = `(exists (select 1 from passkey p where p.account_id = s.account_id) or exists (select 1 from totp t where t.account_id = s.account_id and t.confirmed_at is not null))`;

/** 30 minutes idle and 12 hours at most are kept in the rows; `stale` asks for a new `last_seen_at` at most once a minute. */
const LIVE_SQL = `select encode(s.token_hash, 'hex') as token, s.id as session_id, s.account_id, a.administrator, s.restricted, s.restricted and ${HAS_SECOND_THING_SQL} as confirmable,
    s.last_seen_at < now() - interval '1 minute' as stale,
    (select json_agg(json_build_object('bodyId', r.body_id, 'roles', r.roles, 'memberId', r.member_id)) from account_right r where r.account_id = a.id) as rights,
    (select json_agg(json_build_object('bodyId', g.body_id, 'sessionId', g.session_id, 'kind', g.kind, 'itemIds', g.item_ids, 'memberId', g.member_id)) from account_guest g where g.account_id = a.id) as guest_of
  from account_session s join account a on a.id = s.account_id and not a.disabled
  where s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes'`;
const FIND_SQL = `${LIVE_SQL} and s.token_hash = any($1::bytea[])`;
const PEEK_SQL = `${LIVE_SQL} and s.id = any($1::uuid[])`;

interface Waiting {
  key: string;
  hash: Buffer;
  isActivity: boolean;
  resolve: (found: SignedIn | null) => void;
  reject: (reason: unknown) => void;
}

/** Statements under way at once: who comes meanwhile is asked for in the next one. */
const IN_FLIGHT = 2;

/**
 * Who is behind a cookie. Asked from the database each time, so that a revoked right is gone at once;
 * requests that arrive together are asked in one statement.
 */
@Injectable()
export class SessionReader {
  private waiting: Waiting[] = [];
  private inFlight = 0;

  /** Every request asks this: a named statement is planned once for each connection, TypeORM's `query()` each time. */
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = mainPool(dataSource);
  }

  /** @param isActivity false for what the page asks by itself: it must not keep a session that nobody sits at */
  find(token: string, isActivity = true): Promise<SignedIn | null> {
    const hash = hashToken(token);
    return new Promise((resolve, reject) => {
      this.waiting.push({ key: hash.toString('hex'), hash, isActivity, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Who is behind these sessions now, by session. An open socket is no activity: nothing is said about when they were last seen. */
  async peek(sessionIds: string[]): Promise<Map<string, SignedIn>> {
    const { rows } = await this.pool.query<Row>({ name: 'still-signed-in', text: PEEK_SQL, values: [sessionIds] });
    return new Map(rows.map((row) => [row.session_id, toSignedIn(row)]));
  }

  /** The same by a cookie, for a socket that connects: by itself, after a network that was away. */
  async peekToken(token: string): Promise<SignedIn | null> {
    const { rows } = await this.pool.query<Row>({ name: 'signed-in', text: FIND_SQL, values: [[hashToken(token)]] });
    return rows[0] ? toSignedIn(rows[0]) : null;
  }

  private flush(): void {
    if (this.waiting.length === 0 || this.inFlight >= IN_FLIGHT) return;
    const asked = this.waiting;
    this.waiting = [];
    this.inFlight += 1;
    void this.ask(asked).finally(() => {
      this.inFlight -= 1;
      this.flush();
    });
  }

  private async ask(asked: Waiting[]): Promise<void> {
    try {
      const { rows } = await this.pool.query<Row>({ name: 'signed-in', text: FIND_SQL, values: [asked.map((entry) => entry.hash)] });
      const byToken = new Map(rows.map((row) => [row.token, row]));
      for (const entry of asked) {
        const row = byToken.get(entry.key);
        entry.resolve(row ? toSignedIn(row) : null);
      }
      const active = new Set(asked.filter((entry) => entry.isActivity).map((entry) => entry.key));
      const stale = rows.filter((row) => row.stale && active.has(row.token)).map((row) => row.session_id);
      if (stale.length > 0) await this.pool.query('update account_session set last_seen_at = now() where id = any($1)', [stale]);
    } catch (error) {
      for (const entry of asked) entry.reject(error);
    }
  }
}

function toSignedIn(row: Row): SignedIn {
  const rights: BodyRights[] = row.rights ?? [];
  return { sessionId: row.session_id, accountId: row.account_id, administrator: row.administrator, restricted: row.restricted ? (row.confirmable ? 'confirm' : 'enrol') : false, rights, guestOf: row.guest_of ?? [] };
}
