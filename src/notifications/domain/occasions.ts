/** What people are told of. `digest` gathers others, `test` was asked for by the person. */
export const OCCASION_KINDS = [
  'requestSent', 'requestExtended', 'requestRecalled', 'requestClosed', 'requestDue', 'requestOverdue', 'requestReminded',
  'sessionSent', 'sessionChanged', 'sessionCancelled', 'sessionPostponed', 'paperReplaced', 'paperReminded', 'digest', 'test',
] as const;
export type OccasionKind = (typeof OCCASION_KINDS)[number];

/** Kinds that wait for no digest: somebody waits for the person, or they would go to the wrong place. */
const URGENT: readonly OccasionKind[] = ['requestSent', 'requestRecalled', 'requestDue', 'requestOverdue', 'requestReminded', 'sessionSent', 'sessionChanged', 'sessionCancelled', 'sessionPostponed', 'digest', 'test'];

export function isUrgent(kind: OccasionKind): boolean {
  return URGENT.includes(kind);
}

/** What the journal says of a row. */
export interface Told {
  type: string;
  facts: Record<string, unknown>;
}

const ACTS_ON_REQUESTS: Readonly<Record<string, OccasionKind>> = { extend: 'requestExtended', recall: 'requestRecalled' };
const ACTS_ON_SESSIONS: Readonly<Record<string, OccasionKind>> = { send: 'sessionSent', cancel: 'sessionCancelled', postpone: 'sessionPostponed' };

/** Types of the journal that may be an occasion. */
export const TYPES_READ = ['request.sent', 'request.changed', 'request.closed', 'session.stateChanged', 'session.changed', 'paper.released', 'paper.reminded'] as const;

/** The occasion that a row of the journal is, or null: most rows are none. (rules.md §5, Reminders; issue 6) */
export function occasionOf({ type, facts }: Told): OccasionKind | null {
  const act = typeof facts['act'] === 'string' ? facts['act'] : '';
  switch (type) {
    case 'request.sent':
      return 'requestSent';
    case 'request.changed':
      return ACTS_ON_REQUESTS[act] ?? null;
    case 'request.closed':
      return 'requestClosed';
    case 'session.stateChanged':
      return ACTS_ON_SESSIONS[act] ?? null;
    case 'session.changed':
      return act === '' ? 'sessionChanged' : null;
    case 'paper.released':
      return typeof facts['number'] === 'number' && facts['number'] > 1 ? 'paperReplaced' : null;
    case 'paper.reminded':
      return 'paperReminded';
    default:
      return null;
  }
}
