import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RuleSetsService } from '../../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { SessionHooks } from '../../sessions/session-hooks.js';
import { Session } from '../../sessions/session.entity.js';
import { SessionsRepository } from '../../sessions/sessions.repository.js';
import { AgendaItem } from '../agenda-item.entity.js';
import { AgendaRepository } from '../agenda.repository.js';

const STOP_SQL = `update item_time set ended_at = greatest(started_at, $2) where session_id = $1 and ended_at is null`;
const START_SQL = `insert into item_time (session_id, item_id, started_at) values ($1, $2, $3)`;

/** Who said before the session that they wish to speak and is there gets a place in the queue, once. */
const WISHES_SQL = `insert into turn (session_id, item_id, member_id, account_id, kind, "order", minutes, asked_at)
  select $1, $2, p.member_id, m.account_id, 'speech', row_number() over (order by p.at) - 1, $3, $4
  from position p join member m on m.id = p.member_id join attendance a on a.session_id = $1 and a.member_id = p.member_id and a.state = 'checkedIn'
  where p.item_id = $2 and p.stand = 'wishToSpeak' and not exists (select 1 from turn t where t.item_id = $2)`;

/** The item under discussion, which is one thing for all, and its clock. */
@Injectable()
export class CurrentItemService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly hooks: SessionHooks,
  ) {}

  /** The clock stands still while the session does. */
  onModuleInit(): void {
    this.hooks.on('suspend', (tx, session) => this.stop(tx, session));
    this.hooks.on('end', (tx, session) => this.stop(tx, session));
    this.hooks.on('resume', async (tx, { id, currentItemId }) => {
      if (currentItemId !== null) await tx.query(START_SQL, [id, currentItemId, await tx.now()]);
    });
  }

  async set(actor: SignedIn, sessionId: string, itemId: string | null): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId, 'session.run');
      if (session.state !== 'inSession') throw new Refusal('sessionNotRunning');
      if (itemId === session.currentItemId) return;
      const now = await tx.now();
      await this.stop(tx, session);
      if (itemId !== null) {
        found(await tx.manager.findOneBy(AgendaItem, { id: itemId, sessionId }));
        await tx.query(START_SQL, [sessionId, itemId, now]);
        const { speakingMinutes } = await this.ruleSets.read(tx, session.ruleSetId);
        await tx.query(WISHES_SQL, [sessionId, itemId, speakingMinutes.speech, now]);
      }
      await tx.manager.update(Session, { id: sessionId }, { currentItemId: itemId });
      await this.agenda.tell(tx, actor, { session, type: 'session.currentItem', facts: { itemId } });
    });
  }

  private async stop(tx: Tx, { id }: Session): Promise<void> {
    await tx.query(STOP_SQL, [id, await tx.now()]);
  }
}
