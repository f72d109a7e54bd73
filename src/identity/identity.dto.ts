import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import type { RoleName } from '../contract/permissions.js';
import { NewCredentialDto } from './passkeys/passkeys.dto.js';

export class SignInDto {
  @IsString() @Length(1, 100)
  username!: string;

  @IsString() @Length(1, 1000)
  password!: string;
}

export class DemoSignInDto {
  @IsString() @Length(1, 100)
  username!: string;
}

export class CodeDto {
  /** Six digits of the app, or a recovery code where one is allowed. */
  @IsString() @Length(1, 40)
  code!: string;
}

export class LinkDto {
  /** The secret of the one-time link. */
  @IsString() @Length(20, 100)
  token!: string;
}

export class LinkPasskeyDto extends LinkDto {
  /** What the person calls it. */
  @IsString() @Length(1, 100)
  name!: string;

  @ValidateNested() @Type(() => NewCredentialDto)
  credential!: NewCredentialDto;
}

/** Whom a one-time link invites. */
export class InvitedDto {
  username!: string;
  name!: string;
  nameEn!: string | null;
  kind!: 'invitation' | 'recovery';
}

export class OidcStartDto {
  /** The secret of a one-time link that is used by it. */
  @IsOptional() @IsString() @Length(20, 100)
  token?: string;
}

export class OidcStartedDto {
  /** The provider's page to go to. */
  url!: string;
}

export class AgainDto {
  @IsString() @Length(1, 1000)
  password!: string;

  /** The app's code, where there are codes. */
  @IsOptional() @IsString() @Length(1, 40)
  code?: string;
}

export class SetPasswordDto {
  /** The secret of the one-time link. */
  @IsString() @Length(20, 100)
  token!: string;

  /** 15 characters or more. */
  @IsString() @MaxLength(1000)
  password!: string;
}

export class PreferencesDto {
  @IsOptional() @IsIn(['vi', 'en'])
  language?: 'vi' | 'en';

  @IsOptional() @IsIn(['light', 'dark', 'auto'])
  theme?: 'light' | 'dark' | 'auto';
}

export class MyBodyDto {
  id!: string;
  name!: string;
  nameEn!: string;
  shortName!: string;
  kind!: string;
  roles!: RoleName[];
  /** The seat's member I am now, or null. */
  memberId!: string | null;
}

export class MyCanDto {
  administer!: boolean;
  /** Sessions, papers and requests of some body. */
  read!: boolean;
  /** Invited to a session, or a substitute at one. */
  visit!: boolean;
  /** The journal of some body, as an auditor. */
  readJournal!: boolean;
  /** Dossiers of one's organisation, as a sponsor of some body. */
  submit!: boolean;
  /** Dossiers that were submitted to some body, as its office. */
  clear!: boolean;
}

/** The person who is signed in. */
export class MeDto {
  id!: string;
  username!: string;
  name!: string;
  nameEn!: string | null;
  language!: 'vi' | 'en';
  theme!: 'light' | 'dark' | 'auto';
  /** Whether this installation is a demo. */
  demo!: boolean;
  /** Nothing else can be done before a passkey or an app's codes are enrolled. */
  mustEnrol!: boolean;
  /** Signed in by one factor: nothing else can be done before the passkey or the app's code is shown. */
  mustConfirm!: boolean;
  bodies!: MyBodyDto[];
  can!: MyCanDto;
}

/** Signed in, or the code is still to come. */
export class SignInAnswerDto {
  /** `code`: send the app's code to /auth/code. */
  next!: 'code' | null;
  me!: MeDto | null;
}

export class DemoPersonDto {
  username!: string;
  name!: string;
  nameEn!: string | null;
  bodyName!: string;
  bodyNameEn!: string;
  /** The foremost role, or `administrator`. */
  role!: RoleName | 'administrator';
}

export class SignInOptionsDto {
  demo!: boolean;
  /** Empty but in a demo. */
  people!: DemoPersonDto[];
  /** The OpenID Connect provider one may sign in with; null: none. */
  oidc!: string | null;
}
