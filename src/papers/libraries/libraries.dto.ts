import { IsString, IsUUID, Length } from 'class-validator';

export class FolderNameDto {
  @IsString() @Length(1, 120)
  name!: string;
}

export class LinkPaperDto {
  @IsUUID()
  paperId!: string;
}

export class MoveLinkDto {
  /** Another folder of the same library. */
  @IsUUID()
  folderId!: string;
}

export class LibraryLinkDto {
  id!: string;
  paperId!: string;
  title!: string;
  /** Of the newest released version. */
  pages!: number;
  version!: number;
  /** Bytes. */
  size!: number;
  addedAt!: string;
  /** Where the paper lies. */
  itemId!: string | null;
  requestId!: string | null;
  sessionId!: string | null;
  sessionTitle!: string | null;
  sessionTitleEn!: string | null;
}

export class LibraryFolderDto {
  id!: string;
  name!: string;
  /** Those that are there for who asks, newest first. */
  links!: LibraryLinkDto[];
}

export class LibraryCanDto {
  keep!: boolean;
}

export class LibraryDto {
  /** By name. */
  folders!: LibraryFolderDto[];
  can!: LibraryCanDto;
}
