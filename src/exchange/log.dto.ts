import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ENTRY_KINDS, type EventType } from '../contract/live-events.js';

/** When the log was put back from a backup: what was above `size` is gone. */
export class RestorationDto {
  at!: string;
  size!: number;
}

/** How far the log has come, signed. */
export class CheckpointDto {
  /** C2SP signed note: origin, size and root of the tree, and an Ed25519 signature. Null before the first. */
  note!: string | null;
  /** Name of the log: first line of each note. */
  origin!: string;
  /** The key that signs, as verifiers take it (C2SP signed-note). */
  vkey!: string;
  restorations!: RestorationDto[];
}

export class ConsistencyQueryDto {
  /** Size of the earlier checkpoint. */
  @Type(() => Number) @IsInt() @Min(0)
  from!: number;

  /** Size of the later checkpoint. */
  @Type(() => Number) @IsInt() @Min(1)
  to!: number;
}

export class ConsistencyDto {
  /** Base64 hashes that show that the log of size `to` goes on from that of size `from` (RFC 6962 2.1.2). */
  proof!: string[];
}

export class EntriesQueryDto {
  /** A number of a row, an id, or part of a person's name or user name. */
  @IsOptional() @IsString() @MaxLength(100)
  q?: string;

  /** What kind of thing it happened to. */
  @IsOptional() @IsIn(ENTRY_KINDS)
  kind?: (typeof ENTRY_KINDS)[number];

  @IsOptional() @IsUUID()
  bodyId?: string;

  /** From this moment on. */
  @IsOptional() @IsISO8601()
  from?: string;

  /** Up to this moment, not included. */
  @IsOptional() @IsISO8601()
  until?: string;

  /** Rows below this number: the next page. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1)
  before?: number;

  /** Rows at most, 1 to 200. */
  @IsInt() @Min(1) @Max(200) @Type(() => Number)
  limit: number = 50;
}

/** One row of the journal as an auditor sees it. */
export class JournalEntryDto {
  /** Gapless number. */
  seq!: number;
  at!: string;
  type!: EventType;
  actorId!: string | null;
  /** Who did it; null for the system. */
  actorName!: string | null;
  actorNameEn!: string | null;
  bodyId!: string | null;
  bodyName!: string | null;
  bodyNameEn!: string | null;
  /** Canonical JSON of the ids it happened to. */
  ids!: string;
  /** Canonical JSON of states and numbers. */
  facts!: string;
  /** Whether the row also proves content that is not shown here. */
  hasPrivate!: boolean;
}

export class JournalPageDto {
  entries!: JournalEntryDto[];
  /** Give it as `before` for the next page; null at the end. */
  next!: number | null;
}

/** A row with everything that proves it is in the log. */
export class EntryProofDto {
  seq!: number;
  /** The row exactly as hashed. */
  content!: string;
  /** Base64 RFC 6962 hash of the row. */
  leafHash!: string;
  /** Size of the checkpoint the path leads to. */
  size!: number;
  /** Base64 root of that checkpoint. */
  root!: string;
  /** Base64 hashes from the row to the root (RFC 6962 2.1.1). */
  path!: string[];
  note!: string;
}
