import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { COMMENT_WEIGHTS, type CommentWeight } from './domain/comment.js';

export class CommentsQueryDto {
  /** Only comments on this paper. */
  @IsOptional() @IsUUID()
  paperId?: string;
}

export class AddCommentDto {
  @IsString() @Length(1, 5000)
  text!: string;

  @IsIn(COMMENT_WEIGHTS)
  weight!: CommentWeight;

  /** The comment this one answers; of the same item. */
  @IsOptional() @IsUUID()
  parentId?: string;

  /** The version of the paper it is about. */
  @IsOptional() @IsUUID()
  paperVersionId?: string;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  page?: number;
}

export class CommentAuthorDto {
  id!: string;
  name!: string;
  nameEn!: string | null;
}

export class CommentDto {
  id!: string;
  itemId!: string;
  paperId!: string | null;
  paperVersionId!: string | null;
  page!: number | null;
  parentId!: string | null;
  text!: string;
  weight!: CommentWeight;
  author!: CommentAuthorDto;
  at!: string;
  mine!: boolean;
}

export class CommentsDto {
  comments!: CommentDto[];
}
