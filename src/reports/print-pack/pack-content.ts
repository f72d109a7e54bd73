import type { ItemKind } from '../../agenda/domain/agenda.js';
import type { Choice } from '../../bodies/domain/rule-set.js';

export type PackLanguage = 'vi' | 'en';

/** A paper that is printed, or why it is not. */
export interface PackPaper {
  title: string;
  version: number;
  pages: number;
  sha256: string;
  fileName: string;
  isSigned: boolean;
  leftOut: 'password' | 'tooLarge' | 'damaged' | null;
}

export interface PackItem {
  number: string;
  depth: number;
  title: string;
  kind: ItemKind;
  sponsor: string | null;
  minutes: number;
  papers: PackPaper[];
}

export interface PackMember {
  seatNumber: number;
  title: string;
  name: string;
  isChair: boolean;
  votes: boolean;
}

/** A question to vote on by paper. */
export interface PackQuestion {
  number: string;
  question: string;
  choices: Choice[];
  options: string[];
  most: number;
  /** Seats of members who take no part. */
  recusedSeats: number[];
}

/** Everything the made pages say; each field is there, since Typst has no optional ones. */
export interface PackContent {
  language: PackLanguage;
  body: string;
  title: string;
  /** As it stands on paper. */
  time: string;
  place: string;
  citation: string;
  quorumNeeded: number;
  printedBy: string;
  printedAt: string;
  isRehearsal: boolean;
  items: PackItem[];
  members: PackMember[];
  questions: PackQuestion[];
}
