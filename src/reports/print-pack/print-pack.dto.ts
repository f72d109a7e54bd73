import { IsIn, IsOptional } from 'class-validator';
import type { PackLanguage } from './pack-content.js';

export class PrintPackQueryDto {
  /** Of the pages we make; papers stay as they are. Default: Vietnamese. */
  @IsOptional() @IsIn(['vi', 'en'])
  language?: PackLanguage;
}
