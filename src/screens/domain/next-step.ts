import type { ItemKind, ItemOutcome } from '../../agenda/domain/agenda.js';
import type { SessionState } from '../../sessions/domain/session-states.js';
import type { MotionKind, MotionState } from '../../voting/domain/motion-states.js';

/** What the chair does next. */
export type Step = 'open' | 'adoptConsentList' | 'startItem' | 'openVote' | 'continueVote' | 'closeVote' | 'publish' | 'note' | 'recordOutcome' | 'resume' | 'end' | 'conclude';

/** The next step with what it is about. */
export interface NextStep {
  step: Step;
  itemId: string | null;
  motionId: string | null;
}

/** What is asked of a session. */
interface Meeting {
  state: SessionState;
  currentItemId: string | null;
}

/** What is asked of an item, in the order of the agenda. */
interface Matter {
  id: string;
  kind: ItemKind;
  outcome: ItemOutcome | null;
  motions: readonly { id: string; itemId: string; kind: MotionKind; state: MotionState }[] | null;
}

const about = (step: Step, itemId: string | null = null, motionId: string | null = null): NextStep => ({ step, itemId, motionId });

/**
 * The one next step of a session, null when nothing is left: a vote under way is finished first, then the consent list is adopted, then the items
 * follow one another, and after the last the session ends. (product/rules.md §2, order of business; product/screens.md, chair console)
 */
export function nextStep({ state, currentItemId }: Meeting, items: readonly Matter[], hasConsentList: boolean): NextStep | null {
  switch (state) {
    case 'sent':
      return about('open');
    case 'suspended':
      return about('resume');
    case 'inSession':
      return ofVotes(items) ?? (hasConsentList ? about('adoptConsentList') : ofItems(items, currentItemId));
    case 'ended':
      return ofConclusion(items);
    case 'draft':
    case 'pendingApproval':
    case 'approved':
    case 'returned':
    case 'concluded':
    case 'postponed':
    case 'cancelled':
      return null;
    default:
      return state satisfies never;
  }
}

/** A vote that is open, paused or counted and not published goes before everything else. */
function ofVotes(items: readonly Matter[]): NextStep | null {
  const motions = items.flatMap((item) => item.motions ?? []);
  const open = motions.find(({ state }) => state === 'open');
  if (open) return about('closeVote', open.itemId, open.id);
  const paused = motions.find(({ state }) => state === 'paused');
  if (paused) return about('continueVote', paused.itemId, paused.id);
  const closed = motions.find(({ state }) => state === 'closed');
  return closed ? about('publish', closed.itemId, closed.id) : null;
}

/** The item under discussion is brought to its outcome, then the next one without an outcome begins. */
function ofItems(items: readonly Matter[], currentItemId: string | null): NextStep {
  const current = items.find(({ id }) => id === currentItemId);
  if (current && current.outcome === null) return current.kind === 'decision' ? ofDecision(current) : about('note', current.id);
  const at = items.findIndex(({ id }) => id === currentItemId);
  const later = items.find(({ outcome }, index) => index > at && outcome === null) ?? items.find(({ outcome }) => outcome === null);
  return later ? about('startItem', later.id) : about('end');
}

/** Options and elections are published without deciding the item by themselves when nothing was chosen: then the outcome is recorded. */
function ofDecision(item: Matter): NextStep {
  const last = item.motions?.at(-1);
  if (last?.state === 'published' && last.kind === 'consentList') return about('openVote', item.id);
  return about('openVote', item.id, last?.state === 'prepared' ? last.id : null);
}

function ofConclusion(items: readonly Matter[]): NextStep {
  const open = items.find(({ kind, outcome }) => kind === 'decision' && outcome === null);
  return open ? about('recordOutcome', open.id) : about('conclude');
}
