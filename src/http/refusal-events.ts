import type { ErrorCode } from '../contract/error-codes.js';
import type { ActorRequest } from './allow.js';
import type { RefusalParams } from './refusal.js';
import { securityEvent, type SecurityFacts } from './security-log.js';

/** Somebody asked for what they may not do. */
const OF_RIGHT = new Set<ErrorCode>(['notAllowed', 'ownRights', 'ownRequest', 'secondAdministratorNeeded', 'notOnRoll', 'notAsked', 'absentMayNotVote', 'stepUpInvalid', 'freshSignInNeeded']);
/** What our own client never sends. */
const OF_INPUT = new Set<ErrorCode>(['badInput', 'unsupportedMedia', 'bodyTooLarge', 'fileTooLarge', 'notAPdf', 'paperInfected', 'classifiedRefused']);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_FIELDS = 10;
const LONGEST_FIELD = 80;

/** One line of the security log for a refusal that one may want to look into; none for everyday ones. (OWASP ASVS 5.0, 16.3.2 and 16.3.3) */
export function tellRefusal(code: ErrorCode, params: RefusalParams, request: ActorRequest): void {
  const action = `${request.method} ${request.routeOptions.url ?? 'nowhere'}`;
  const who: SecurityFacts = request.actor ? { accountId: request.actor.accountId } : {};
  // A 404 of a signed-in person may be somebody else's: which of both it was, only the database knows.
  if (OF_RIGHT.has(code) || (code === 'notFound' && request.actor)) securityEvent('right.refused', { ...who, action, code, ...subjectOf(request.params) });
  if (OF_INPUT.has(code)) securityEvent('input.refused', { ...who, action, code, ...fieldsOf(params.fields) });
}

function subjectOf(params: unknown): SecurityFacts {
  const subject = typeof params === 'object' && params !== null ? Object.values(params).find((value) => typeof value === 'string' && UUID.test(value)) : undefined;
  return typeof subject === 'string' ? { subject } : {};
}

/** Names of fields and rules. The names of unknown fields were typed by whoever sent them: what no name has is left out. */
function fieldsOf(fields: unknown): SecurityFacts {
  if (!Array.isArray(fields)) return {};
  return { fields: fields.slice(0, MOST_FIELDS).map((field) => (/:whitelistValidation$/.test(String(field)) ? 'unknown:whitelistValidation' : String(field).replace(/[^\w.:-]/g, '?').slice(0, LONGEST_FIELD))) };
}
