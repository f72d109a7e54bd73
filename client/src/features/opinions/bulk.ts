/** What can be done to several requests at once. */
export const BULK_ACTS = ['submit', 'approve', 'send', 'remind'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

const FROM: Record<BulkAct, readonly string[]> = { submit: ['draft', 'returned'], approve: ['pendingApproval'], send: ['approved'], remind: ['sent'] };

export interface BulkRights { create: boolean; approve: boolean }
interface Bulkable { state: string; answeredCount: number | null; memberCount: number }

/** Those of the requests to which this can be done now: reminded is where an answer is missing. */
export function openTo<Request extends Bulkable>(act: BulkAct, requests: readonly Request[], rights: BulkRights): Request[] {
  if (act === 'approve' ? !rights.approve : !rights.create) return [];
  return requests.filter(({ state, answeredCount, memberCount }) => FROM[act].includes(state) && (act !== 'remind' || (answeredCount ?? memberCount) < memberCount));
}
