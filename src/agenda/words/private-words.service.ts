import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../../database/transactor.js';
import { found, refuseIf } from '../../http/refusal.js';
import { guestIn, memberOf } from '../../identity/domain/policy.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import type { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { whyCannotReply, whyCannotSend } from '../domain/private-words.js';
import type { PrivateWordDto, PrivateWordsDto } from './private-words.dto.js';
import { PrivateWord } from './private-word.entity.js';

/** Who presides now: to whom the chair delegated, else who holds the chair's seat; only somebody who signs in. */
const CHAIR_SQL = `select m.account_id as "accountId" from member m join seat s on s.id = m.seat_id join body b on b.id = m.body_id
    cross join lateral (select (now() at time zone b.timezone)::date as today) t left join chair_delegation d on d.member_id = m.id and t.today between d.from_date and d.until_date
  where m.body_id = $1 and m.account_id is not null and t.today between m.from_date and coalesce(m.until_date, 'infinity') and (s.is_chair or d.id is not null) order by d.id is not null desc, d.from_date desc limit 1`;

/** $1 session, $2 I. The other is called by the office in the body, else by the name of the account. */
const WORDS_SQL = `select w.id, w.chair_account_id = $2 as "isToMe", coalesce(o.title, a.name) as name, case when o.title is null then a.name_en else o.title_en end as "nameEn", w.text, w.sent_at as "sentAt", w.read_at as "readAt", w.answer, w.answered_at as "answeredAt"
  from private_word w join session s on s.id = w.session_id join account a on a.id = case when w.chair_account_id = $2 then w.from_account_id else w.chair_account_id end
    left join lateral (select e.title, e.title_en from account_right r join seat e on e.id = r.seat_id where r.account_id = a.id and r.body_id = s.body_id) o on true
  where w.session_id = $1 and $2 in (w.from_account_id, w.chair_account_id) order by w.sent_at, w.id`;

type Row = Omit<PrivateWordDto, 'sentAt' | 'readAt' | 'answeredAt'> & Pick<PrivateWord, 'sentAt' | 'readAt' | 'answeredAt'>;

/** Between one person of a session and who presides; the database shows a word to these two alone. */
@Injectable()
export class PrivateWordsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly journal: Journal,
  ) {}

  async list(actor: SignedIn, sessionId: string): Promise<PrivateWordsDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.visit');
      const rows = await tx.query<Row>(WORDS_SQL, [sessionId, actor.accountId]);
      const { why } = await this.chairFor(tx, actor, session);
      const words = rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString(), readAt: row.readAt?.toISOString() ?? null, answeredAt: row.answeredAt?.toISOString() ?? null }));
      return { words, canSend: why === null };
    });
  }

  async send(actor: SignedIn, sessionId: string, text: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.visit');
      const { why, chairAccountId } = await this.chairFor(tx, actor, session);
      refuseIf(why);
      const word = await tx.manager.save(PrivateWord, { sessionId, fromAccountId: actor.accountId, chairAccountId: found(chairAccountId), text: text.trim(), sentAt: await tx.now(), readAt: null, answer: null, answeredAt: null });
      await this.tell(tx, actor, { session, word, type: 'word.sent' });
      return sessionId;
    });
  }

  /** A second time changes nothing. */
  async read(actor: SignedIn, id: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session, word } = await this.received(tx, actor, id);
      if (word.readAt !== null) return session.id;
      await tx.manager.update(PrivateWord, { id }, { readAt: await tx.now() });
      await this.tell(tx, actor, { session, word, type: 'word.read' });
      return session.id;
    });
  }

  async answer(actor: SignedIn, id: string, text: string): Promise<string> {
    return this.transactor.run(async (tx) => {
      const { session, word } = await this.received(tx, actor, id);
      refuseIf(whyCannotReply(word.answeredAt));
      const now = await tx.now();
      await tx.manager.update(PrivateWord, { id }, { answer: text.trim(), answeredAt: now, readAt: word.readAt ?? now });
      await this.tell(tx, actor, { session, word, type: 'word.answered' });
      return session.id;
    });
  }

  private async received(tx: Tx, actor: SignedIn, id: string): Promise<{ session: Session; word: PrivateWord }> {
    const word = found(await tx.manager.findOne(PrivateWord, { where: { id, chairAccountId: actor.accountId }, lock: { mode: 'pessimistic_write' } }));
    return { word, session: await this.sessions.hold(tx, actor, word.sessionId, 'session.visit') };
  }

  private async chairFor(tx: Tx, actor: SignedIn, session: Session): Promise<{ why: ReturnType<typeof whyCannotSend>; chairAccountId: string | null }> {
    const [chair] = await tx.query<{ accountId: string }>(CHAIR_SQL, [session.bodyId]);
    const chairAccountId = chair?.accountId ?? null;
    const isParticipant = await takesPart(tx, actor, session);
    return { chairAccountId, why: whyCannotSend({ state: session.state, isParticipant, chairAccountId, accountId: actor.accountId }) };
  }

  /** Neither what was said nor its hash: the row tells the two that there is something to read, and an auditor that it happened. */
  private tell(tx: Tx, actor: SignedIn, news: { session: Session; word: PrivateWord; type: 'word.sent' | 'word.read' | 'word.answered' }): Promise<void> {
    const { session: { id: sessionId, bodyId }, word, type } = news;
    return this.journal.append(tx, { type, actorId: actor.accountId, bodyId, audiences: [accountRoom(word.fromAccountId), accountRoom(word.chairAccountId)], ids: { bodyId, sessionId, wordId: word.id } });
  }
}

/** Members who are called, and who comes for one of them. */
async function takesPart(tx: Tx, actor: SignedIn, session: Session): Promise<boolean> {
  const guest = guestIn(actor, session);
  if (guest !== null) return guest.kind === 'substitute';
  const [called] = await tx.query('select 1 from attendance where session_id = $1 and member_id = $2', [session.id, memberOf(actor, session.bodyId)]);
  return called !== undefined;
}
