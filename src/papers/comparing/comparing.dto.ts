import { IsOptional, IsUUID } from 'class-validator';
import type { PART_KINDS } from '../domain/change-words.js';
import type { ChangeKind } from '../domain/comparison.js';

/**
 * `ready`: compared. `first`: there is no version before it. `beingRead`: the words of one of them are not read yet. `noText`: one of them is a scan or
 * needs a password. `notKept`: this installation keeps no words of papers. `tooLarge`: comparing took too long.
 */
export type ComparisonState = 'ready' | 'first' | 'beingRead' | 'noText' | 'notKept' | 'tooLarge';

export class ComparingQueryDto {
  /** The version to compare with; left out, the one the reader opened last before this one, else the one before. */
  @IsOptional() @IsUUID()
  since?: string;
}

export class ChangePartDto {
  /** `before`, `after`: what stands around; `same`: stays within; `out`: struck out; `in`: put in. */
  kind!: (typeof PART_KINDS)[number];
  text!: string;
  /** Words left out of the middle of a long text. */
  cut!: number;
}

export class ChangeMarkDto {
  /** From 1. */
  page!: number;
  /** The first words, up to twelve; empty where something is gone. */
  words!: string;
  before!: string;
  after!: string;
  /** Letters from the first word on, spaces not counted. */
  letters!: number;
  /** How far down the words of the page it stands, 0–1. */
  share!: number;
}

export class PageChangeDto {
  kind!: ChangeKind;
  olderPage!: number;
  newerPage!: number;
  /** How many pages further on in the newer version stands what follows; 0 for what moved. */
  shift!: number;
  parts!: ChangePartDto[];
  wordsOut!: number;
  wordsIn!: number;
  olderMarks!: ChangeMarkDto[];
  newerMarks!: ChangeMarkDto[];
}

export class ChangeCountsDto {
  added!: number;
  removed!: number;
  changed!: number;
  moved!: number;
  wordsOut!: number;
  wordsIn!: number;
  wordsMoved!: number;
  /** Pages of the newer version with a change on them. */
  pages!: number;
}

export class ChangesBriefDto {
  state!: ComparisonState;
  /** The version compared with; null for the first. */
  olderId!: string | null;
  olderNumber!: number | null;
  newerNumber!: number;
  /** The reader has opened the older one. */
  isOlderOpened!: boolean;
  /** Both were read to the end; else pages may be missing. */
  isWhole!: boolean;
  /** Null until compared. */
  counts!: ChangeCountsDto | null;
  /** Page of the newer version with the first change. */
  firstPage!: number | null;
}

export class VersionChangesDto extends ChangesBriefDto {
  /** In the order of the newer version; the first 1,000. */
  changes!: PageChangeDto[];
}
