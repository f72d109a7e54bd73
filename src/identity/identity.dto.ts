import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ROLES, type RoleName } from '../contract/permissions.js';

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
  /** The journal of some body, as an auditor. */
  readJournal!: boolean;
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
  bodies!: MyBodyDto[];
  can!: MyCanDto;
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
}

export class AccountRoleDto {
  @IsUUID()
  bodyId!: string;

  /** Not `member` or `chair`: those follow from a seat. */
  @IsIn(ROLES.filter((role) => role !== 'member' && role !== 'chair'))
  role!: RoleName;
}

export class CreateAccountDto {
  /** Letters, digits, dot, hyphen, underscore. */
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,98}$/u)
  username!: string;

  @IsString() @Length(1, 200)
  name!: string;

  @IsOptional() @IsString() @Length(1, 200)
  nameEn?: string;

  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AccountRoleDto)
  roles!: AccountRoleDto[];

  @IsOptional() @IsBoolean()
  administrator?: boolean;
}

export class EditAccountDto {
  @IsOptional() @IsString() @Length(1, 200)
  name?: string;

  @IsOptional() @IsString() @Length(1, 200)
  nameEn?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AccountRoleDto)
  roles?: AccountRoleDto[];

  @IsOptional() @IsBoolean()
  disabled?: boolean;
}

export class AccountCanDto {
  /** False for one's own account: own rights change only by another administrator. */
  edit!: boolean;
}

export class AccountDto {
  id!: string;
  username!: string;
  name!: string;
  nameEn!: string | null;
  administrator!: boolean;
  disabled!: boolean;
  /** Whether a password has been chosen. */
  ready!: boolean;
  roles!: AccountRoleDto[];
  can!: AccountCanDto;
}

export class NewAccountDto extends AccountDto {
  /** One-time address at which the person chooses a password; shown once, good for 72 hours. */
  setupLink!: string;
}

export class SetupLinkDto {
  setupLink!: string;
}

export class AccountsDto {
  accounts!: AccountDto[];
}
