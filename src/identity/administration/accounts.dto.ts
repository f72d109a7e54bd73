import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator';
import { ROLES, type RoleName } from '../../contract/permissions.js';
import { ADMIN_REQUEST_KINDS, type AdminRequestKind } from '../domain/two-administrators.js';

export class AccountRoleDto {
  @IsUUID()
  bodyId!: string;

  /** Not `member` or `chair`: those follow from a seat. */
  @IsIn(ROLES.filter((role) => role !== 'member' && role !== 'chair'))
  role!: RoleName;

  /** For `sponsor`: the organisation whose dossiers these are. */
  @IsOptional() @IsString() @Length(1, 200)
  organisation?: string | null;
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

/** Own rights, and who is an administrator, change only with a second administrator: those acts are asked for. */
export class AccountCanDto {
  /** False for one's own account and for administrators: their rights change only by two. */
  edit!: boolean;
  disable!: boolean;
  enable!: boolean;
  /** A one-time link at once, for who has never chosen a way to sign in. */
  invite!: boolean;
  askRecovery!: boolean;
  askGrantAdministrator!: boolean;
  askRemoveAdministrator!: boolean;
  askDisable!: boolean;
  askRoles!: boolean;
}

export class AccountDto {
  id!: string;
  username!: string;
  name!: string;
  nameEn!: string | null;
  administrator!: boolean;
  disabled!: boolean;
  /** Whether the person has a way to sign in. */
  ready!: boolean;
  /** Browsers the person is signed in at now. */
  sessions!: number;
  /** After many failures in a row no password is taken until then. */
  pausedUntil!: Date | null;
  roles!: AccountRoleDto[];
  can!: AccountCanDto;
}

export class NewAccountDto extends AccountDto {
  /** One-time address at which the person chooses how to sign in; shown once, good for 72 hours. */
  setupLink!: string;
}

export class SetupLinkDto {
  setupLink!: string;
}

export class AccountsDto {
  accounts!: AccountDto[];
}

export class AskDto {
  @IsIn(ADMIN_REQUEST_KINDS)
  kind!: AdminRequestKind;

  @IsUUID()
  accountId!: string;

  @IsString() @Length(1, 2000)
  reason!: string;

  /** For `roles`: all roles the account is to have. */
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => AccountRoleDto)
  roles?: AccountRoleDto[];
}

export class DecideDto {
  /** The asker may only withdraw; another administrator confirms or refuses. */
  @IsIn(['confirm', 'refuse', 'withdraw'])
  decision!: 'confirm' | 'refuse' | 'withdraw';
}

export class AdminRequestCanDto {
  confirm!: boolean;
  withdraw!: boolean;
}

/** What waits for a second administrator. */
export class AdminRequestDto {
  id!: string;
  kind!: AdminRequestKind;
  accountId!: string;
  accountName!: string;
  accountNameEn!: string | null;
  askedBy!: string;
  askedByEn!: string | null;
  reason!: string;
  roles!: AccountRoleDto[] | null;
  askedAt!: Date;
  expiresAt!: Date;
  can!: AdminRequestCanDto;
}

export class AdminRequestsDto {
  requests!: AdminRequestDto[];
}

export class AskedDto {
  /** True when nobody is there who could confirm and it was done at once: a lone administrator makes a second one. */
  done!: boolean;
}

export class DecidedDto {
  /** For a confirmed recovery: the one-time link, shown this once. */
  setupLink!: string | null;
}
