import type { ItemKind, ItemOutcome } from './agenda.js';

/** What the consent list asks of an item. */
export interface ConsentFacts {
  kind: ItemKind;
  outcome: ItemOutcome | null;
  /** Members invited. */
  members: number;
  noObjection: number;
  objection: number;
  wishToSpeak: number;
  /** Comments that are conditions. */
  conditions: number;
  /** Members who take no part in it. */
  recused: number;
  /** A member pulled it off. */
  pulled: boolean;
  /** A vote of its own is open or was counted. */
  voted: boolean;
}

/** Why an item is not on the consent list. */
export type OffReason = 'oral' | 'decided' | 'voted' | 'pulled' | 'objection' | 'wishToSpeak' | 'condition' | 'recused' | 'silence';

/**
 * Why an item is not on the list that is adopted without discussion; null when it is. Every member has no objection (silence counts as such where
 * the rule set says so), nobody wishes to speak or made a condition, and no member pulled it off. (product/rules.md §2, positions before the session)
 */
export function whyOffConsentList(facts: ConsentFacts, bySilence: boolean): OffReason | null {
  if (facts.kind === 'oral') return 'oral';
  if (facts.outcome !== null) return 'decided';
  if (facts.voted) return 'voted';
  if (facts.pulled) return 'pulled';
  if (facts.objection > 0) return 'objection';
  if (facts.wishToSpeak > 0) return 'wishToSpeak';
  if (facts.conditions > 0) return 'condition';
  if (facts.recused > 0) return 'recused';
  return bySilence || facts.noObjection >= facts.members ? null : 'silence';
}

/** What adopting the list means for an item: a decision is approved, what was for information is noted. */
export function consentOutcome(kind: ItemKind): ItemOutcome {
  return kind === 'decision' ? 'approved' : 'noted';
}
