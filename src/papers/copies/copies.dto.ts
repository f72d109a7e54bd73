import { IsIn } from 'class-validator';
import type { AccessKind } from '../domain/watermark.js';

export class CopyQueryDto {
  /** What the copy is for; it stands in the access log. */
  @IsIn(['keep', 'print'])
  for!: 'keep' | 'print';
}

export class AccessDto {
  at!: string;
  name!: string;
  nameEn!: string | null;
  kind!: AccessKind;
  /** Number of the version. */
  version!: number;
  /** Of a marked copy: it stands on each of its pages. */
  code!: string | null;
}

export class AccessLogDto {
  /** Newest first, at most 1,000. */
  entries!: AccessDto[];
  total!: number;
}
