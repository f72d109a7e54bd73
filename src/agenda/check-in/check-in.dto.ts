import { IsOptional, IsUUID, Matches } from 'class-validator';

export class CheckInCodeQueryDto {
  /** The code of this site; without it, of the room. */
  @IsOptional() @IsUUID()
  siteId?: string;
}

/** What the QR code says now. */
export class CheckInCodeDto {
  /** The page people come to; what is after `#` is the code. */
  address!: string;
  /** Seconds until another one is to be shown, 1 to 30; this one counts for 30 more. */
  secondsLeft!: number;
}

export class CheckInDto {
  /** The code of the QR, 16 letters of base64url. */
  @Matches(/^[\w-]{16}$/)
  code!: string;
}

/** I am there. */
export class CheckedInDto {
  /** The session. */
  id!: string;
  checkedInAt!: string;
  mode!: 'room' | 'online';
  /** The site where I am; null in the room. */
  siteName!: string | null;
  /** False: I was there already, and nothing changed. */
  isNew!: boolean;
}
