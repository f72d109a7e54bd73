import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { Transactor } from '../database/transactor.js';
import { refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { whyCannotFreeze, whyCannotThaw } from './domain/paper-states.js';
import { packStanding } from './pack-standing.js';

/** Holds a session's papers still while they are looked over before sending, and lets go again. */
@Injectable()
export class PackFreezingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly agenda: AgendaRepository,
  ) {}

  /** @throws Refusal packStateForbids */
  async set(actor: SignedIn, sessionId: string, isFrozen: boolean): Promise<void> {
    await this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId, 'session.prepare');
      refuseIf((isFrozen ? whyCannotFreeze : whyCannotThaw)(packStanding(session)));
      await tx.manager.update(Session, { id: sessionId }, { packFrozenAt: isFrozen ? await tx.now() : null });
      await this.agenda.tell(tx, actor, { session, type: 'session.changed', facts: { act: isFrozen ? 'packFrozen' : 'packThawed' } });
    });
  }
}
