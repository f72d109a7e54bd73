export interface JournalFilter { q: string | null; kind: string | null; from: string | null; until: string | null }

export const journalKey = (filter: JournalFilter) => ['journal', filter] as const;
export const rowKey = (seq: number) => ['journal-row', seq] as const;
