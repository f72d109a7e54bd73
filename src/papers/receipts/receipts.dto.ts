import type { ReceiptState } from '../domain/receipts.js';

export class PaperReceiptDto {
  kind!: 'member' | 'substitute' | 'invitee';
  /** Number of the seat; null for guests. */
  seatNumber!: number | null;
  name!: string;
  nameEn!: string | null;
  /** `waiting`: not given yet; `delivered`: given, not opened; `old`: an older version was opened, the current one was not. */
  state!: ReceiptState;
  openedAt!: string | null;
  /** Version that was opened last. */
  openedNumber!: number | null;
  /** How far they got in it, from 1. */
  furthestPage!: number | null;
  /** When they were asked last to read the current version. */
  remindedAt!: string | null;
}

export class RemindedDto {
  /** How many were reminded: all who have not opened the current version. */
  people!: number;
}

export class PaperReceiptsDto {
  /** Number of the newest released version; null while it waits. */
  current!: number | null;
  /** Of that version; 0 while it waits. */
  pages!: number;
  releasedAt!: string | null;
  receipts!: PaperReceiptDto[];
}

export class PaperReadingDto {
  paperId!: string;
  itemId!: string;
  title!: string;
  /** Number of the newest released version. */
  current!: number;
  /** Who has an account and takes part. */
  recipients!: number;
  opened!: number;
  /** Of those who have not opened the current version: who opened an older one. */
  old!: number;
}

export class SessionReceiptsDto {
  papers!: PaperReadingDto[];
}
