import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { SessionAct } from './domain/session-states.js';
import type { Session } from './session.entity.js';

/** What a feature above adds to an act of a session, inside its transaction; it may refuse by throwing. */
export type SessionHook = (tx: Tx, session: Session, actor: SignedIn) => Promise<void>;

/** Papers release the pack when a session is sent, voting refuses the end while a ballot is open: sessions know neither. */
@Injectable()
export class SessionHooks {
  private readonly hooks: { act: SessionAct; hook: SessionHook }[] = [];

  on(act: SessionAct, hook: SessionHook): void {
    this.hooks.push({ act, hook });
  }

  async run(act: SessionAct, tx: Tx, session: Session, actor: SignedIn): Promise<void> {
    for (const entry of this.hooks) if (entry.act === act) await entry.hook(tx, session, actor);
  }
}
