import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

export class MakeDisplayDto {
  /** Where it hangs, for example "Phòng họp A". */
  @IsString() @Length(1, 100) @Matches(/^[^\0]*[^\0\s][^\0]*$/)
  name!: string;

  /** The site it hangs at; without it, in the room. */
  @IsOptional() @IsUUID()
  siteId?: string;
}

/** The token is told this once. */
export class MadeDisplayDto {
  id!: string;
  /** The page of the display; what comes after `#` is the secret, and browsers send it to nobody. */
  address!: string;
}

export class DisplayEntryDto {
  id!: string;
  name!: string;
  /** The site it hangs at; null: in the room. */
  siteId!: string | null;
  madeBy!: string;
  madeByEn!: string | null;
  madeAt!: string;
}

export class DisplaysDto {
  displays!: DisplayEntryDto[];
}
