import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { numberAgenda } from '../agenda/domain/agenda.js';
import { treeOf, writeTree } from '../agenda/preparing/copy-agenda.js';
import { Body } from '../bodies/body.entity.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { MotionsService } from '../voting/motions.service.js';

/** The kind of a body that is tried, not meant: it stands apart in every list, and nothing of it is counted anywhere. */
const REHEARSAL = 'rehearsal';

/** Seats as they are; in them people who do not exist, but for the chair. */
const PEOPLE_SQL = `with copied as (insert into seat (body_id, number, title, title_en, organisation, is_chair, votes) select $2, number, title, title_en, organisation, is_chair, votes from seat where body_id = $1 returning id, number, is_chair),
    roles as (insert into role_assignment (account_id, body_id, role) select account_id, $2, role from role_assignment where body_id = $1 and role in ('secretariat', 'officer'))
  insert into member (body_id, seat_id, account_id, name, from_date)
    select $2, c.id, case when c.is_chair then (select m.account_id from member m join seat s on s.id = m.seat_id and s.is_chair where m.body_id = $1 and m.until_date is null limit 1) end, 'DT ' || lpad(c.number::text, 2, '0'), current_date - 1 from copied c`;

const QUESTIONS_SQL = `select distinct on (m.item_id, m.question) m.item_id as "itemId", m.question, m.question_en as "questionEn", m.kind, m.options, m.most, m.places
  from motion m where m.session_id = $1 and m.kind in ('question', 'options', 'election') and m.state <> 'annulled' order by m.item_id, m.question, m.prepared_at`;

/** Nobody has a right in it any more: it exists for no one. The log keeps what happened. */
const END_SQL = ['delete from role_assignment where body_id = $1', 'update member set account_id = null, until_date = greatest(from_date, current_date - 1) where body_id = $1'];

interface Question {
  itemId: string;
  question: string;
  questionEn: string | null;
  kind: 'question' | 'options' | 'election';
  options: { id: string; label: string; labelEn: string | null }[] | null;
  most: number | null;
  places: number | null;
}

/** A copy of a session with made-up people, in which chair and secretariat try the whole run. */
@Injectable()
export class RehearsalService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly sessionsService: SessionsService,
    private readonly agenda: AgendaRepository,
    private readonly motions: MotionsService,
  ) {}

  async start(actor: SignedIn, sessionId: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.run');
      const body = found(await tx.manager.findOneBy(Body, { id: session.bodyId }));
      if (body.kind === REHEARSAL) throw new Refusal('sessionStateForbids', { state: session.state });
      const { name, nameEn, shortName, timezone } = body;
      const { id: bodyId } = await tx.manager.save(Body, { name, nameEn, shortName, timezone, kind: REHEARSAL, ruleSetId: session.ruleSetId, position: 10_000 });
      await tx.query(PEOPLE_SQL, [body.id, bodyId]);
      return this.copy(tx, actor, { session, bodyId });
    });
  }

  /** Takes it away: nobody sees it any more. */
  async end(actor: SignedIn, sessionId: string): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.demand(tx, actor, sessionId);
      await this.agenda.tell(tx, actor, { session, type: 'body.changed', facts: { act: 'endRehearsal' } });
      for (const statement of END_SQL) await tx.query(statement, [session.bodyId]);
    });
  }

  /** A rehearsal the actor runs; what is meant is refused as if it did not exist. */
  async demand(tx: Tx, actor: SignedIn, sessionId: string): Promise<Session> {
    const session = await this.sessions.hold(tx, actor, sessionId, 'session.run');
    const { kind } = await tx.manager.findOneByOrFail(Body, { id: session.bodyId });
    if (kind !== REHEARSAL) throw new Refusal('notFound');
    return session;
  }

  private async copy(tx: Tx, actor: SignedIn, { session, bodyId }: { session: Session; bodyId: string }): Promise<string> {
    const { title, titleEn, kind, place, onlineLink, startsAt, endsAt, ruleSetId } = session;
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    const made = await this.sessionsService.insert(tx, actor, bodyId, { title, titleEn: titleEn ?? undefined, kind, place, onlineLink: onlineLink ?? undefined, ruleSetId, ...times });
    const before = await this.agenda.itemsOf(tx, session.id);
    await writeTree(tx, { sessionId: made.id, bodyId }, treeOf(before));
    await tx.manager.update(Session, { id: made.id }, { state: 'sent', sentAt: await tx.now() });
    await tx.query(`insert into attendance (session_id, member_id) select $1, m.id from member m where m.body_id = $2`, [made.id, bodyId]);
    const numbered = new Map(numberAgenda(await this.agenda.itemsOf(tx, made.id)).map(({ number, id }) => [number, id]));
    const copied = new Map(numberAgenda(before).map(({ number, id }) => [id, numbered.get(number) ?? '']));
    for (const { itemId, most, places, ...question } of await tx.query<Question>(QUESTIONS_SQL, [session.id])) {
      await this.motions.insert(tx, actor, { session: made, itemId: copied.get(itemId) ?? '', ...question, limits: most === null || places === null ? null : { most, places } });
    }
    return made.id;
  }
}
