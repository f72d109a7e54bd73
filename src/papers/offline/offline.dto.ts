import { ArrayMaxSize, ArrayUnique, IsArray, IsString, IsUUID, Length } from 'class-validator';

export class OfflineDeviceEntryDto {
  /** Chosen by the device. */
  @IsUUID()
  id!: string;

  /** Chosen by the device: shows, when nobody is signed in, that it asks for itself. */
  @IsString() @Length(43, 43)
  secret!: string;
}

export class OfflineStandingDto {
  @IsUUID()
  id!: string;

  @IsString() @Length(43, 43)
  secret!: string;
}

export class OfflineCopiesDto {
  @IsUUID()
  deviceId!: string;

  /** Versions of papers. */
  @IsArray() @ArrayMaxSize(1000) @ArrayUnique() @IsUUID(undefined, { each: true })
  versionIds!: string[];
}

export class OfflineStandsDto {
  /** False: what the device holds must go. */
  mayKeep!: boolean;
}

export class OfflineRuleDto {
  /** Days a device may keep papers without hearing from the server; 0: none can be taken along. */
  keepDays!: number;
}

export class OfflineCopyDto {
  versionId!: string;
  paperId!: string;
  /** Bytes. */
  size!: number;
}

export class OfflineTakenDto extends OfflineRuleDto {
  /** Those of the versions asked for that may be taken along. */
  copies!: OfflineCopyDto[];
}

export class OfflineNewerDto {
  /** The version the device holds. */
  versionId!: string;
  /** The newest that is out. */
  newest!: OfflineCopyDto;
}

export class OfflineCheckDto extends OfflineRuleDto {
  /** False: the device was ended, everything goes. */
  mayKeep!: boolean;
  /** Versions that the person may not hold any more: recalled, or the right is gone. */
  drop!: string[];
  newer!: OfflineNewerDto[];
}

export class OfflineHolderDto {
  id!: string;
  browser!: string | null;
  system!: string | null;
  since!: Date;
  seenAt!: Date;
  /** Papers it holds. */
  copies!: number;
}

export class OfflineDevicesDto extends OfflineRuleDto {
  devices!: OfflineHolderDto[];
}
