import { whyCannotFreeze, whyCannotThaw } from '../papers/domain/paper-states.js';
import { packStanding } from '../papers/pack-standing.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { ATTENDANCE_TRANSITIONS, type AttendanceAct } from '../sessions/domain/attendance.js';
import { takesGuests } from '../sessions/domain/guests.js';
import { takesSites } from '../sessions/domain/sites.js';
import { isAgendaEditable, isEditable, SESSION_TRANSITIONS, takesAttendance, type SessionAct } from '../sessions/domain/session-states.js';
import type { ItemCanDto, SessionCanDto } from './screens.dto.js';
import type { SessionRow } from './session-queries.js';

/** What this person can do with the session now: state and right together. */
export function sessionCan(session: SessionRow, actor: SignedIn, memberId: string | null): SessionCanDto {
  const { bodyId, state } = session;
  const act = (name: SessionAct): boolean => SESSION_TRANSITIONS[name].from.includes(state) && permits(actor, SESSION_TRANSITIONS[name].permission, bodyId);
  const mine = session.attendance?.find((entry) => entry.memberId === memberId);
  const attend = (name: AttendanceAct): boolean => mine !== undefined && takesAttendance(state) && ATTENDANCE_TRANSITIONS[name].from.includes(mine.state);
  const prepares = permits(actor, 'session.prepare', bodyId);
  const runs = permits(actor, 'session.run', bodyId);
  return {
    edit: prepares && isEditable(state),
    editAgenda: permits(actor, 'agenda.prepare', bodyId) && isAgendaEditable(state),
    submit: act('submit'), approve: act('approve'), return: act('return'), send: act('send'), open: act('open'),
    suspend: act('suspend'), resume: act('resume'), end: act('end') && !session.openBallot, conclude: act('conclude'), postpone: act('postpone'), cancel: act('cancel'),
    run: runs, look: permits(actor, 'session.look', bodyId), receipts: permits(actor, 'paper.prepare', bodyId), register: permits(actor, 'paper.register', bodyId), freeze: prepares && whyCannotFreeze(packStanding(session)) === null, thaw: prepares && whyCannotThaw(packStanding(session)) === null, copy: prepares && !session.rehearsal, rehearse: runs && !session.rehearsal,
    setCurrentItem: runs && state === 'inSession',
    keepSites: runs && takesSites(state),
    takeAttendance: runs && takesAttendance(state),
    confirm: attend('confirm'), requestAbsence: attend('requestAbsence'), nameSubstitute: attend('nameSubstitute'), checkIn: attend('checkIn'), invite: prepares && takesGuests(state),
  };
}

/** Rights that are the same for every item of a session. */
export interface ItemRights {
  prepares: boolean;
  papers: boolean;
  comments: boolean;
  positions: boolean;
  motions: boolean;
  outcomes: boolean;
  recusals: boolean;
}

export function itemRights(session: SessionRow, actor: SignedIn): ItemRights {
  const { bodyId, state } = session;
  const over = state === 'ended' || state === 'concluded' || state === 'cancelled';
  return {
    prepares: permits(actor, 'agenda.prepare', bodyId) && isAgendaEditable(state),
    papers: permits(actor, 'paper.prepare', bodyId) && isAgendaEditable(state),
    comments: permits(actor, 'agenda.comment', bodyId) && !over,
    positions: permits(actor, 'agenda.takePosition', bodyId) && state === 'sent',
    motions: permits(actor, 'motion.prepare', bodyId) && !over,
    recusals: permits(actor, 'agenda.recuse', bodyId) && !over,
    outcomes: permits(actor, 'session.run', bodyId) && (state === 'inSession' || state === 'suspended' || state === 'ended'),
  };
}

export function itemCan(rights: ItemRights, { isEmpty, hasRoll }: { isEmpty: boolean; hasRoll: boolean }): ItemCanDto {
  return {
    edit: rights.prepares, remove: rights.prepares && isEmpty, addPaper: rights.papers, comment: rights.comments,
    takePosition: rights.positions, prepareMotion: rights.motions, setOutcome: rights.outcomes, recuse: rights.recusals && !hasRoll,
  };
}
