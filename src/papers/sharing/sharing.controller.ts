import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { ChangedDto } from '../../http/changed.dto.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { ShareDto, SharingDto, ShowPageDto } from './sharing.dto.js';
import { SharingService } from './sharing.service.js';

/** Following the presenter: one shares a page, others see it move. */
@Controller()
export class SharingController {
  constructor(private readonly sharing: SharingService) {}

  @Get('sessions/:id/share') @Allow('session.visit')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<SharingDto> {
    return this.sharing.read(actor, id);
  }

  /** Begins to share a page; who runs the session takes over from whoever shares. */
  @Post('sessions/:id/share') @Allow('session.visit')
  async share(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ShareDto): Promise<ChangedDto> {
    return { id: await this.sharing.share(actor, id, dto) };
  }

  /** Shows another page of the same paper. */
  @Put('page-shares/:id/page') @Allow('session.visit') @HttpCode(204)
  show(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { page }: ShowPageDto): Promise<void> {
    return this.sharing.show(actor, id, page);
  }

  @Delete('page-shares/:id') @Allow('session.visit') @HttpCode(204)
  stop(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sharing.stop(actor, id);
  }
}
