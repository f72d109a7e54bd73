import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { type HandoutState, REGISTERED_CLASSES, type RegisteredClass } from '../domain/register.js';

export class RegisterPaperDto {
  /** What it is called, with nothing that is secret. */
  @IsString() @Length(1, 300)
  title!: string;

  @IsIn(REGISTERED_CLASSES)
  classification!: RegisteredClass;

  /** How many copies there are, numbered from 1. */
  @IsInt() @Min(1) @Max(500)
  copies!: number;
}

export class HandOutDto {
  /** Of the copy. */
  @IsInt() @Min(1) @Max(500)
  number!: number;

  /** A member of the session; else the holder is named. */
  @IsOptional() @IsUUID()
  memberId?: string;

  @IsOptional() @IsString() @Length(1, 200)
  holder?: string;

  /** When it is to be back. */
  @IsOptional() @IsISO8601({ strict: true })
  dueAt?: string;
}

export class HandoutDto {
  id!: string;
  number!: number;
  memberId!: string | null;
  holder!: string;
  state!: HandoutState;
  handedAt!: string;
  dueAt!: string | null;
  returnedAt!: string | null;
}

export class RegisteredPaperDto {
  id!: string;
  itemId!: string;
  title!: string;
  classification!: RegisteredClass;
  copies!: number;
  /** By the copy's number, the last one first. */
  handouts!: HandoutDto[];
}

export class RegisterDto {
  papers!: RegisteredPaperDto[];
}
