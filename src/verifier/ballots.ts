import type { Findings } from './findings.js';
import type * as format from './format.js';
import type { Row } from './format.js';
import { isSorted } from './rows.js';
import type { Of } from './shape.js';

type Opened = Of<typeof format.OPENED>;

/** The channel of what the office entered at a roll-call. */
export const ROLL_CALL = 'rollCall';

/** Where something can be chosen among: each option once, and limits that can be met. */
export function checkOptions({ kind, options, most, places, choices }: Opened, where: string, findings: Findings): void {
  findings.need((options !== undefined) === (kind === 'options' || kind === 'election'), 'selectionBad', `${where}.options`);
  if (options === undefined) return;
  findings.need(new Set(options.map(({ id }) => id)).size === options.length, 'notInOrder', `${where}.options`);
  findings.need((most ?? 0) >= 1 && (most ?? 0) <= options.length, 'selectionBad', `${where}.most`);
  findings.need((places ?? 0) >= 1 && (places ?? 0) <= options.length, 'selectionBad', `${where}.places`);
  findings.same(`${where}.choices`, ['agree', 'abstain'], choices);
}

/** A ballot is cast by the member; at a roll-call it may be entered by somebody of the office, who is named. */
export function checkCaster(row: Row, ballot: { facts: Of<typeof format.CAST_FACTS>; channel: string; seat: { accountId: string | null } | undefined; opened: Opened }, { where, findings }: { where: string; findings: Findings }): void {
  const { facts, channel, seat, opened } = ballot;
  if (channel !== ROLL_CALL) {
    findings.need(facts.enteredBy === undefined, 'rollCallOff', `${where}.enteredBy`);
    if (seat?.accountId) findings.same(`${where}.actorId`, seat.accountId, row.actorId);
    return;
  }
  findings.need(opened.rollCall === true, 'rollCallOff', where);
  findings.same(`${where}.enteredBy`, row.actorId, facts.enteredBy ?? null);
}

/** What was chosen: among the options, each once, in order, no more than allowed; nothing where the ballot is blank or there is nothing to choose. */
export function checkSelection({ choice, selected }: { choice: string; selected: string[] | undefined }, { options, most }: Opened, { where, findings }: { where: string; findings: Findings }): void {
  if (options === undefined || choice !== 'agree') {
    findings.need(selected === undefined, 'selectionBad', where);
    return;
  }
  const chosen = selected ?? [];
  const known = chosen.every((id) => options.some((option) => option.id === id));
  findings.need(known && isSorted(chosen) && new Set(chosen).size === chosen.length && chosen.length >= 1 && chosen.length <= (most ?? 0), 'selectionBad', where);
}

/** Whether the vote was paused at an instant: the last pause before it was not yet ended. Equal milliseconds may be either way. */
export function isPausedAt(rows: readonly Row[], at: string): boolean {
  const turns = rows.filter(({ type }) => type === 'motion.paused' || type === 'motion.continued');
  const before = turns.filter((row) => row.at < at).at(-1);
  return before?.type === 'motion.paused' && !turns.some((row) => row.at === at);
}
