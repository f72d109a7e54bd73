import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { hashToken, newToken } from '../../identity/tokens.js';
import { officeRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { isDisplayOver } from '../domain/room-display.js';
import type { SessionState } from '../domain/session-states.js';
import { type Session, SessionSite } from '../session.entity.js';
import { SessionsRepository } from '../sessions.repository.js';
import type { DisplayEntryDto, MadeDisplayDto, MakeDisplayDto } from './displays.dto.js';
import { RoomDisplay } from './room-display.entity.js';

const LIST_SQL = `select d.id, d.name, d.site_id as "siteId", a.name as "madeBy", a.name_en as "madeByEn", d.made_at as "madeAt" from room_display d join account a on a.id = d.made_by where d.session_id = $1 and d.revoked_at is null order by d.made_at`;

const OPEN_SQL = `select d.id, d.name, d.session_id as "sessionId", d.site_id as "siteId", s.state, s.ended_at as "endedAt", now() as now from room_display d join session s on s.id = d.session_id where d.revoked_at is null`;

/** A display that may show its session now. */
export interface OpenDisplay {
  id: string;
  name: string;
  sessionId: string;
  /** The site it hangs at; null: the room. */
  siteId: string | null;
}

interface Row extends OpenDisplay {
  state: SessionState;
  endedAt: Date | null;
  now: Date;
}

/** Screens on walls: made and revoked by who runs the session; each opens one session by a token of its own, and nothing else. */
@Injectable()
export class DisplaysService {
  private readonly listeners: ((displayId: string) => void)[] = [];

  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly journal: Journal,
  ) {}

  async list(actor: SignedIn, sessionId: string): Promise<DisplayEntryDto[]> {
    return this.transactor.run(async (tx) => {
      await this.sessions.hold(tx, actor, sessionId, 'session.run');
      const rows = await tx.query<Omit<DisplayEntryDto, 'madeAt'> & { madeAt: Date }>(LIST_SQL, [sessionId]);
      return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
    });
  }

  async make(actor: SignedIn, sessionId: string, { name, siteId }: MakeDisplayDto): Promise<MadeDisplayDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.run');
      const now = await tx.now();
      if (isDisplayOver(session, now)) throw new Refusal('sessionStateForbids', { state: session.state });
      if (siteId !== undefined) found(await tx.manager.findOneBy(SessionSite, { id: siteId, sessionId }));
      const token = newToken();
      const { id } = await tx.manager.save(RoomDisplay, { sessionId, siteId: siteId ?? null, name: name.trim(), tokenHash: hashToken(token), madeBy: actor.accountId, madeAt: now, revokedAt: null });
      await this.tell(tx, actor, { session, type: 'display.made', displayId: id });
      return { id, address: `/display#token=${token}` };
    });
  }

  async revoke(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const { sessionId } = found(await tx.manager.findOneBy(RoomDisplay, { id }));
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.run');
      const { affected } = await tx.manager.createQueryBuilder().update(RoomDisplay).set({ revokedAt: await tx.now() }).where('id = :id and revoked_at is null', { id }).execute();
      if (!affected) throw new Refusal('notFound');
      await this.tell(tx, actor, { session, type: 'display.revoked', displayId: id });
      this.goDark(tx, id);
    });
  }

  /** What hangs at a site that is no more. */
  async revokeOfSite(tx: Tx, actor: SignedIn, { session, siteId }: { session: Session; siteId: string }): Promise<void> {
    const displays = await tx.query<{ id: string }>('select id from room_display where site_id = $1 and revoked_at is null', [siteId]);
    for (const { id } of displays) {
      await this.tell(tx, actor, { session, type: 'display.revoked', displayId: id });
      this.goDark(tx, id);
    }
  }

  private goDark(tx: Tx, id: string): void {
    tx.afterCommit(() => {
      for (const listener of this.listeners) listener(id);
    });
  }

  /** The display behind a token; null for one that is unknown, revoked or over. */
  async open(token: string): Promise<OpenDisplay | null> {
    const rows = await this.transactor.query<Row>(`${OPEN_SQL} and d.token_hash = $1`, [hashToken(token)]);
    return rows.filter((row) => !isDisplayOver(row, row.now)).map(({ id, name, sessionId, siteId }) => ({ id, name, sessionId, siteId }))[0] ?? null;
  }

  /** Which of these displays may go on. */
  async stillOpen(ids: string[]): Promise<Set<string>> {
    const rows = ids.length === 0 ? [] : await this.transactor.query<Row>(`${OPEN_SQL} and d.id = any($1::uuid[])`, [ids]);
    return new Set(rows.filter((row) => !isDisplayOver(row, row.now)).map(({ id }) => id));
  }

  /** Tells the gateway whose socket must end now. */
  onRevoked(listener: (displayId: string) => void): void {
    this.listeners.push(listener);
  }

  private tell(tx: Tx, actor: SignedIn, news: { session: Session; type: 'display.made' | 'display.revoked'; displayId: string }): Promise<void> {
    const { session: { id: sessionId, bodyId }, type, displayId } = news;
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId, audiences: [officeRoom(bodyId)], ids: { bodyId, sessionId, displayId } });
  }
}
