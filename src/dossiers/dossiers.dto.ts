import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { ITEM_KINDS, type ItemKind } from '../agenda/domain/agenda.js';
import { PAPER_PARTS, type PaperPart } from '../papers/domain/paper-states.js';
import { PaperBriefDto } from '../papers/papers.dto.js';
import type { DossierFindingCode, DossierState } from './domain/dossier.js';

/** Empty: none. */
const DATE = /^(\d{4}-\d{2}-\d{2})?$/;

export class CreateDossierDto {
  @IsString() @Length(1, 500)
  title!: string;

  @IsOptional() @IsString() @MaxLength(500)
  titleEn?: string;

  @IsIn(ITEM_KINDS)
  kind!: ItemKind;

  /** In short, what is asked of the body. */
  @IsOptional() @IsString() @MaxLength(5000)
  summary?: string;

  /** `YYYY-MM-DD`: by when the sponsor asks for it to be dealt with. */
  @IsOptional() @Matches(DATE)
  wishedOn?: string;
}

export class EditDossierDto {
  @IsOptional() @IsString() @Length(1, 500)
  title?: string;

  @IsOptional() @IsString() @MaxLength(500)
  titleEn?: string;

  @IsOptional() @IsIn(ITEM_KINDS)
  kind?: ItemKind;

  @IsOptional() @IsString() @MaxLength(5000)
  summary?: string;

  @IsOptional() @Matches(DATE)
  wishedOn?: string;
}

export class DossierPaperEditDto {
  @IsOptional() @IsString() @Length(1, 300)
  title?: string;

  @IsOptional() @IsIn(PAPER_PARTS)
  part?: PaperPart;
}

export class DossierActDto {
  @IsIn(['submit', 'withdraw', 'return', 'check'])
  act!: 'submit' | 'withdraw' | 'return' | 'check';

  /** What is to be mended: needed for `return`. */
  @IsOptional() @IsString() @MaxLength(2000)
  reason?: string;
}

export class PlaceDossierDto {
  /** The agenda item its papers are put on; else a new one, last on the session's agenda. */
  @IsOptional() @IsUUID()
  itemId?: string;

  @IsOptional() @IsUUID()
  sessionId?: string;

  /** Minutes planned for a new item. */
  @IsOptional() @IsInt() @Min(1) @Max(600)
  minutes?: number;
}

export class DossierFindingDto {
  code!: DossierFindingCode;
  /** Null: about the whole dossier. */
  paperId!: string | null;
  /** It cannot be submitted so. */
  blocks!: boolean;
  params!: Record<string, number>;
}

/** The numbers by which findings are made, with their source. */
export class DossierRuleDto {
  summaryAbovePages!: number | null;
  summaryAtMostPages!: number | null;
  citation!: string;
  citationEn!: string;
}

export class DossierCanDto {
  edit!: boolean;
  /** Send new versions of papers that already lie on the agenda. */
  supplement!: boolean;
  submit!: boolean;
  withdraw!: boolean;
  return!: boolean;
  check!: boolean;
  place!: boolean;
}

export class DossierBriefDto {
  id!: string;
  bodyId!: string;
  organisation!: string;
  title!: string;
  titleEn!: string | null;
  kind!: ItemKind;
  summary!: string | null;
  wishedOn!: string | null;
  state!: DossierState;
  /** Why it came back. */
  returnReason!: string | null;
  createdAt!: string;
  submittedAt!: string | null;
  decidedAt!: string | null;
  /** Number of its papers, and of their pages. */
  papers!: number;
  pages!: number;
}

export class DossierDto extends DossierBriefDto {
  /** Where its papers were put: for the office, which sees the session. */
  itemId!: string | null;
  sessionId!: string | null;
  files!: PaperBriefDto[];
  findings!: DossierFindingDto[];
  rule!: DossierRuleDto;
  /** Word documents are taken too. */
  takesWord!: boolean;
  can!: DossierCanDto;
}

export class DossiersDto {
  dossiers!: DossierBriefDto[];
  /** For whom the reader submits; null for who does not. */
  organisation!: string | null;
}
