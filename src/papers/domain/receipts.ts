/** Somebody to whom a paper is given: a member, or a guest who signs in. */
export interface Recipient {
  kind: 'member' | 'substitute' | 'invitee';
  /** Null: has no account and gets papers on paper. */
  accountId: string | null;
  /** Takes no part in the item: for them it has no papers. */
  isRecused: boolean;
}

/** A version that somebody has opened. */
export interface Opened {
  accountId: string;
  /** Number of the version. */
  number: number;
  openedAt: Date;
  /** From 1. */
  furthestPage: number;
}

export type ReceiptState = 'noAccount' | 'recused' | 'waiting' | 'delivered' | 'opened' | 'old';

export interface Receipt {
  state: ReceiptState;
  /** What they opened last: the current version, or an older one that they still hold. Null: nothing yet. */
  opened: Opened | null;
}

/**
 * How far a paper has come with each of its recipients. (product/rules.md §3, receipts)
 *
 * @param current number of the newest released version; null while it waits for its release
 */
export function receiptsOf<Of extends Recipient>(recipients: readonly Of[], openings: readonly Opened[], current: number | null): (Of & Receipt)[] {
  const latest = new Map<string, Opened>();
  for (const opened of openings) if (opened.number > (latest.get(opened.accountId)?.number ?? 0)) latest.set(opened.accountId, opened);
  return recipients.map((recipient) => {
    const opened = recipient.accountId === null ? null : latest.get(recipient.accountId) ?? null;
    return { ...recipient, state: stateOf(recipient, opened, current), opened };
  });
}

function stateOf({ accountId, isRecused }: Recipient, opened: Opened | null, current: number | null): ReceiptState {
  if (isRecused) return 'recused';
  if (accountId === null) return 'noAccount';
  if (current === null) return 'waiting';
  if (opened === null) return 'delivered';
  return opened.number < current ? 'old' : 'opened';
}
