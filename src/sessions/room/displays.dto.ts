import { IsString, Length, Matches } from 'class-validator';

export class MakeDisplayDto {
  /** Where it hangs, for example "Phòng họp A". */
  @IsString() @Length(1, 100) @Matches(/^[^\0]*[^\0\s][^\0]*$/)
  name!: string;
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
  madeBy!: string;
  madeByEn!: string | null;
  madeAt!: string;
}

export class DisplaysDto {
  displays!: DisplayEntryDto[];
}
