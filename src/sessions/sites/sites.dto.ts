import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

export class SiteFieldsDto {
  /** What it is called on all screens, for example "Điểm cầu Đà Nẵng". */
  @IsString() @Length(1, 100) @Matches(/^[^\0]*[^\0\s][^\0]*$/)
  name!: string;

  /** Address and room. */
  @IsOptional() @IsString() @MaxLength(300)
  place?: string;

  /** Whom to call when something does not work there. */
  @IsOptional() @IsString() @MaxLength(300)
  contact?: string;
}

/** Everybody who is expected at a site; who is left out is not expected there any more, who was expected elsewhere is expected here. */
export class SitePeopleDto {
  @IsArray() @ArrayMaxSize(500) @IsUUID('all', { each: true })
  memberIds!: string[];

  @IsArray() @ArrayMaxSize(500) @IsUUID('all', { each: true })
  guestIds!: string[];
}

/** A place outside of the room from where people take part together. */
export class SiteDto {
  id!: string;
  name!: string;
  place!: string | null;
  contact!: string | null;
}
