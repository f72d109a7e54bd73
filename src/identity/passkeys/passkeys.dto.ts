import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';

const BASE64URL_MOST = 8000;

/** What `navigator.credentials.create` and `get` take, as @simplewebauthn/browser passes it on. */
export class PasskeyOptionsDto {
  options!: Record<string, unknown>;
}

export class AttestationDto {
  @IsString() @MaxLength(BASE64URL_MOST)
  clientDataJSON!: string;

  @IsString() @MaxLength(BASE64URL_MOST)
  attestationObject!: string;

  @IsOptional() @IsString() @MaxLength(BASE64URL_MOST)
  authenticatorData?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @MaxLength(30, { each: true })
  transports?: string[];

  @IsOptional() @IsInt()
  publicKeyAlgorithm?: number;

  @IsOptional() @IsString() @MaxLength(BASE64URL_MOST)
  publicKey?: string;
}

export class AssertionResponseDto {
  @IsString() @MaxLength(BASE64URL_MOST)
  clientDataJSON!: string;

  @IsString() @MaxLength(BASE64URL_MOST)
  authenticatorData!: string;

  @IsString() @MaxLength(BASE64URL_MOST)
  signature!: string;

  @IsOptional() @IsString() @MaxLength(200)
  userHandle?: string;
}

/** A new credential, as @simplewebauthn/browser writes it. */
export class NewCredentialDto {
  @IsString() @MaxLength(2000)
  id!: string;

  @IsString() @MaxLength(2000)
  rawId!: string;

  @ValidateNested() @Type(() => AttestationDto)
  response!: AttestationDto;

  @IsOptional() @IsIn(['platform', 'cross-platform'])
  authenticatorAttachment?: 'platform' | 'cross-platform';

  @IsObject()
  clientExtensionResults!: Record<string, unknown>;

  @IsIn(['public-key'])
  type!: 'public-key';
}

/** An answer to a challenge, as @simplewebauthn/browser writes it. */
export class AssertionDto {
  @IsString() @MaxLength(2000)
  id!: string;

  @IsString() @MaxLength(2000)
  rawId!: string;

  @ValidateNested() @Type(() => AssertionResponseDto)
  response!: AssertionResponseDto;

  @IsOptional() @IsIn(['platform', 'cross-platform'])
  authenticatorAttachment?: 'platform' | 'cross-platform';

  @IsObject()
  clientExtensionResults!: Record<string, unknown>;

  @IsIn(['public-key'])
  type!: 'public-key';
}

export class EnrolPasskeyDto {
  /** What the person calls it. */
  @IsString() @Length(1, 100)
  name!: string;

  @ValidateNested() @Type(() => NewCredentialDto)
  credential!: NewCredentialDto;
}

export class PasskeySignInDto {
  @ValidateNested() @Type(() => AssertionDto)
  assertion!: AssertionDto;
}

export class RenameDto {
  @IsString() @Length(1, 100)
  name!: string;
}
