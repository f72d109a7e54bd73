import { Controller, Get, Headers } from '@nestjs/common';
import { Public } from '../../http/allow.js';
import { Refusal } from '../../http/refusal.js';
import { DisplayDto } from './display.dto.js';
import { DisplayScreenService } from './display-screen.service.js';

const BEARER = /^Bearer ([\w-]{20,100})$/;

@Controller()
export class DisplayController {
  constructor(private readonly screens: DisplayScreenService) {}

  /** What a screen on a wall shows; by its own token (`Authorization: Bearer …`), no account and no cookie. */
  @Get('display') @Public()
  async read(@Headers('authorization') authorization?: string): Promise<DisplayDto> {
    const token = BEARER.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new Refusal('displayGone');
    return this.screens.read(token);
  }
}
