import { IsInt, IsUUID, Max, Min } from 'class-validator';

/** The page on which the presenter is. */
export class ShowPageDto {
  /** From 1. */
  @IsInt() @Min(1) @Max(100_000)
  page!: number;
}

export class ShareDto extends ShowPageDto {
  @IsUUID()
  versionId!: string;
}

/** What is shown to all now. */
export class PageShareDto {
  id!: string;
  itemId!: string;
  paperId!: string;
  versionId!: string;
  title!: string;
  page!: number;
  /** Grows with each page shown. */
  step!: number;
  by!: string;
  byEn!: string | null;
  isMine!: boolean;
}

export class SharingCanDto {
  /** To begin, or to take over from who shares now. */
  share!: boolean;
  stop!: boolean;
}

export class SharingDto {
  /** Null: nobody shares a page, or one of a paper that does not exist for the reader. */
  share!: PageShareDto | null;
  can!: SharingCanDto;
}
