import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { Journal } from '../../journal/journal.js';
import { takesSites } from '../domain/sites.js';
import { DisplaysService } from '../room/displays.service.js';
import { type Session, SessionSite } from '../session.entity.js';
import { audiencesOfWholeSession, SessionsRepository } from '../sessions.repository.js';
import type { SiteFieldsDto, SitePeopleDto } from './sites.dto.js';

const IS_THERE_SQL = `select 1 from attendance where at_site_id = $1 and state = 'checkedIn' union all select 1 from session_guest where at_site_id = $1 and state = 'checkedIn' limit 1`;
const COUNT_SQL = `select (select count(*)::int from attendance where session_id = $1 and member_id = any($2::uuid[])) + (select count(*)::int from session_guest where session_id = $1 and id = any($3::uuid[])) as known`;

/** $1 session, $2 site, $3 who is expected there. */
const PLACE_SQL = {
  members: `update attendance set site_id = case when member_id = any($3::uuid[]) then $2::uuid end where session_id = $1 and (member_id = any($3::uuid[]) or site_id = $2)`,
  guests: `update session_guest set site_id = case when id = any($3::uuid[]) then $2::uuid end where session_id = $1 and (id = any($3::uuid[]) or site_id = $2)`,
};

type Words = Pick<SessionSite, 'name' | 'place' | 'contact'>;

/** Places outside of the room from where people take part, and who is expected at each. */
@Injectable()
export class SitesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly displays: DisplaysService,
    private readonly journal: Journal,
  ) {}

  async make(actor: SignedIn, sessionId: string, dto: SiteFieldsDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.open(tx, actor, sessionId);
      const words = wordsOf(dto);
      const { id } = await tx.manager.save(SessionSite, { sessionId, ...words });
      await this.tell(tx, actor, { session, siteId: id, facts: { act: 'made' }, private: { ...words } });
      return sessionId;
    });
  }

  async change(actor: SignedIn, id: string, dto: SiteFieldsDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessionOf(tx, actor, id);
      const words = wordsOf(dto);
      await tx.manager.update(SessionSite, { id }, words);
      await this.tell(tx, actor, { session, siteId: id, facts: { act: 'changed' }, private: { ...words } });
      return session.id;
    });
  }

  async place(actor: SignedIn, id: string, { memberIds, guestIds }: SitePeopleDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessionOf(tx, actor, id);
      const [count] = await tx.query<{ known: number }>(COUNT_SQL, [session.id, memberIds, guestIds]);
      if (count?.known !== new Set(memberIds).size + new Set(guestIds).size) throw new Refusal('notFound');
      await tx.query(PLACE_SQL.members, [session.id, id, memberIds]);
      await tx.query(PLACE_SQL.guests, [session.id, id, guestIds]);
      await this.tell(tx, actor, { session, siteId: id, facts: { act: 'placed', members: memberIds.length, guests: guestIds.length }, private: { memberIds, guestIds } });
      return session.id;
    });
  }

  async remove(actor: SignedIn, id: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessionOf(tx, actor, id);
      const [somebody] = await tx.query(IS_THERE_SQL, [id]);
      if (somebody) throw new Refusal('siteInUse');
      await this.displays.revokeOfSite(tx, actor, { session, siteId: id });
      await tx.manager.delete(SessionSite, { id });
      await this.tell(tx, actor, { session, siteId: id, facts: { act: 'removed' } });
    });
  }

  private async sessionOf(tx: Tx, actor: SignedIn, siteId: string): Promise<Session> {
    const { sessionId } = found(await tx.manager.findOne(SessionSite, { where: { id: siteId }, lock: { mode: 'pessimistic_write' } }));
    return this.open(tx, actor, sessionId);
  }

  private async open(tx: Tx, actor: SignedIn, sessionId: string): Promise<Session> {
    const session = await this.sessions.hold(tx, actor, sessionId, 'session.run');
    if (!takesSites(session.state)) throw new Refusal('sessionStateForbids', { state: session.state });
    return session;
  }

  private tell(tx: Tx, actor: SignedIn, news: { session: Session; siteId: string; facts: Record<string, unknown>; private?: Record<string, unknown> }): Promise<void> {
    const { session, siteId, ...rest } = news;
    const { id: sessionId, bodyId } = session;
    return this.journal.append(tx, { type: 'session.site', actorId: actor.accountId, bodyId, audiences: audiencesOfWholeSession(session), ids: { bodyId, sessionId, siteId }, ...rest });
  }
}

function wordsOf({ name, place, contact }: SiteFieldsDto): Words {
  return { name: name.trim(), place: place?.trim() || null, contact: contact?.trim() || null };
}
