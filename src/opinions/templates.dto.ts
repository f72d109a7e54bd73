import { IsString, Length } from 'class-validator';
import type { QuestionKind } from './domain/question.js';

export class NameTemplateDto {
  @IsString() @Length(1, 200)
  name!: string;
}

export class TemplateOptionDto {
  label!: string;
  labelEn!: string | null;
}

export class TemplateQuestionDto {
  text!: string;
  textEn!: string | null;
  kind!: QuestionKind;
  options!: TemplateOptionDto[];
  most!: number;
}

export class RequestTemplateDto {
  id!: string;
  name!: string;
  title!: string;
  titleEn!: string | null;
  explanation!: string | null;
  questions!: TemplateQuestionDto[];
  /** Those who are in office now. */
  memberIds!: string[];
  workingDays!: number;
  isPublic!: boolean;
}

export class RequestTemplatesDto {
  templates!: RequestTemplateDto[];
}
