import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID } from 'class-validator';

export class ChooseAssistantsDto {
  /** Accounts with the role `assistant` in this body that assist nobody else. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsUUID('all', { each: true })
  accountIds!: string[];
}

export class AssignAssistantDto {
  /** Left out: assists nobody from now on. */
  @IsOptional() @IsUUID()
  memberId?: string;
}

export class AssistantDto {
  accountId!: string;
  name!: string;
  nameEn!: string | null;
  /** Whom this person assists; null: nobody yet. */
  memberId!: string | null;
}

export class AssistantsDto {
  assistants!: AssistantDto[];
}
