import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { Act } from '../domain/statement.js';
import { AssertionDto } from '../passkeys/passkeys.dto.js';

export class StatementAnswerDto {
  /** The motion's id for a ballot. */
  @IsUUID()
  questionId!: string;

  @IsString() @Matches(/^[a-zA-Z]{1,30}$/)
  choice!: string;

  @IsOptional() @IsString() @MaxLength(10_000) @Matches(/^[^\0]*$/)
  text?: string;

  /** The options chosen. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @IsUUID('all', { each: true })
  selected?: string[];
}

/** A condition, something that should be addressed, or a remark in a reply. */
export class StatementCommentDto {
  /** Left out: about the whole matter. */
  @IsOptional() @IsUUID()
  questionId?: string;

  @IsString() @Matches(/^[a-zA-Z]{1,30}$/)
  weight!: string;

  @IsString() @Length(1, 10_000) @Matches(/^[^\0]*$/)
  text!: string;
}

export class AskStatementDto {
  @IsIn(['ballot', 'reply'])
  act!: Act;

  /** The motion or the request. */
  @IsUUID()
  subjectId!: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => StatementAnswerDto)
  answers!: StatementAnswerDto[];

  /** Of a reply. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => StatementCommentDto)
  comments?: StatementCommentDto[];

  /** Of a reply: why the matter should be discussed in a session. */
  @IsOptional() @IsString() @MaxLength(10_000) @Matches(/^[^\0]*$/)
  discussion?: string;
}

/** What is to be signed, and how: by one of the person's passkeys, or by password and the app's code. */
export class StatementDto {
  statementId!: string;
  /** Canonical JSON; its SHA-256 is the passkey's challenge. */
  statement!: string;
  way!: 'passkey' | 'code';
  /** For `navigator.credentials.get`; null where the way is `code`. */
  options!: Record<string, unknown> | null;
  expiresAt!: Date;
}

/** The person once more, bound to what they said. Sent again it gets the same answer. */
export class ProofDto {
  @IsIn(['passkey', 'code'])
  kind!: 'passkey' | 'code';

  @IsUUID()
  statementId!: string;

  @IsOptional() @ValidateNested() @Type(() => AssertionDto)
  assertion?: AssertionDto;

  @IsOptional() @IsString() @Length(1, 1000)
  password?: string;

  /** Of the app; a recovery code does not count. */
  @IsOptional() @IsString() @Length(1, 40)
  code?: string;
}
