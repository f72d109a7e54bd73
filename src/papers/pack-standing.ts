import { isAgendaEditable } from '../sessions/domain/session-states.js';
import type { Session } from '../sessions/session.entity.js';
import type { PackStanding } from './domain/paper-states.js';

/** What the rules of a pack need to know of its session. */
export function packStanding({ state, sentAt, packFrozenAt }: Pick<Session, 'state' | 'sentAt' | 'packFrozenAt'>): PackStanding {
  return { sent: sentAt !== null, frozen: packFrozenAt !== null, agendaEditable: isAgendaEditable(state) };
}
