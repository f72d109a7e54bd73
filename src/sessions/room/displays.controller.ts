import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { DisplaysDto, MadeDisplayDto, MakeDisplayDto } from './displays.dto.js';
import { DisplaysService } from './displays.service.js';

/** Screens on walls, as those who run the session keep them. */
@Controller()
export class DisplaysController {
  constructor(private readonly displays: DisplaysService) {}

  @Get('sessions/:id/displays') @Allow('session.run')
  async list(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<DisplaysDto> {
    return { displays: await this.displays.list(actor, id) };
  }

  /** Makes a display and tells its address, this once. */
  @Post('sessions/:id/displays') @Allow('session.run')
  make(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: MakeDisplayDto): Promise<MadeDisplayDto> {
    return this.displays.make(actor, id, dto);
  }

  /** Ends a display: its screen goes dark within a second. */
  @Delete('displays/:id') @Allow('session.run') @HttpCode(204)
  revoke(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.displays.revoke(actor, id);
  }
}
