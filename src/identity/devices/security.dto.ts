import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { SignInMethod } from '../account.entity.js';

export class DeviceSessionDto {
  id!: string;
  /** What the person calls this device, or null. */
  name!: string | null;
  browser!: string | null;
  system!: string | null;
  method!: SignInMethod;
  startedAt!: Date;
  lastSeenAt!: Date;
  /** Shortened. */
  address!: string;
  /** The one this question came from. */
  current!: boolean;
}

export class MyPasskeyDto {
  id!: string;
  name!: string;
  /** The host name it opens. */
  host!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
  /** Kept by a password manager on several devices. */
  synced!: boolean;
}

export class MySecurityCanDto {
  /** Something else would still open the account. */
  removePasskey!: boolean;
  unlinkOidc!: boolean;
}

/** One's own devices and ways in. */
export class MySecurityDto {
  /** Signed in, or asked again, within ten minutes: ways in may be changed. */
  fresh!: boolean;
  password!: boolean;
  passkeys!: MyPasskeyDto[];
  /** Whether an authenticator app's codes are in force. */
  codes!: boolean;
  recoveryCodesLeft!: number;
  /** The provider's name, or null where none is set. */
  oidcProvider!: string | null;
  oidcLinked!: boolean;
  sessions!: DeviceSessionDto[];
  can!: MySecurityCanDto;
}

export class BegunCodesDto {
  /** In base32, to type into the app by hand. */
  secret!: string;
  /** The same as an otpauth address, for the QR code. */
  uri!: string;
}

export class RecoveryCodesDto {
  /** Shown this once. */
  recoveryCodes!: string[];
}

export class ChangePasswordDto {
  /** Needed where there is one. */
  @IsOptional() @IsString() @MaxLength(1000)
  current?: string;

  /** 15 characters or more. */
  @IsString() @Length(1, 1000)
  password!: string;
}
