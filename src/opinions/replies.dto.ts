import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { CHOICES, type Choice } from '../bodies/domain/rule-set.js';
import { ProofDto } from '../identity/step-up/step-up.dto.js';
import { COMMENT_WEIGHTS, type CommentWeight } from '../papers/domain/comment.js';

export class AnswerDto {
  @IsUUID()
  questionId!: string;

  /** May be left out in a draft. */
  @IsOptional() @IsIn(CHOICES)
  choice?: Choice;

  /** Needed with "other opinion". */
  @IsOptional() @IsString() @MaxLength(10_000)
  text?: string;

  /** The options chosen, with the choice "agree". */
  @IsOptional() @IsArray() @ArrayMaxSize(30) @IsUUID('all', { each: true })
  selected?: string[];
}

export class WriteCommentDto {
  /** Left out: about the whole matter. */
  @IsOptional() @IsUUID()
  questionId?: string;

  @IsIn(COMMENT_WEIGHTS)
  weight!: CommentWeight;

  @IsString() @Length(1, 10_000)
  text!: string;
}

/** What a reply says, sent or not. */
export class WrittenReplyDto {
  @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => AnswerDto)
  answers!: AnswerDto[];

  @IsOptional() @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => WriteCommentDto)
  comments?: WriteCommentDto[];

  /** Why the matter should be discussed in a session: sends it there. */
  @IsOptional() @IsString() @MaxLength(10_000)
  discussion?: string;
}

export class ReplyDto extends WrittenReplyDto {
  /** True: send for good. False: keep as a draft that only I see. */
  @IsBoolean()
  send!: boolean;

  /** The person once more, to send, where the rule set asks for it. */
  @IsOptional() @ValidateNested() @Type(() => ProofDto)
  proof?: ProofDto;
}

export class AssistantDraftDto extends WrittenReplyDto {
  /** True: the member is told that it is ready; it can then not be changed by the assistant. */
  @IsBoolean()
  handUp!: boolean;
}
