import { IsString, Length } from 'class-validator';

export class AllowLateDto {
  /** Why the papers may come late: part of the record. */
  @IsString() @Length(1, 2000)
  reason!: string;
}
