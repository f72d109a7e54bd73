import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { ChangedDto } from '../../http/changed.dto.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { CarryForwardService } from './carry-forward.service.js';
import { CarryForwardDto, CloneSessionDto, FromTemplateDto, SaveTemplateDto, SeriesDto, SeriesMadeDto, TemplatesDto, UndecidedDto } from './preparing.dto.js';
import { PreparingService } from './preparing.service.js';

/** Sessions that need not be made from nothing. */
@Controller()
export class PreparingController {
  constructor(
    private readonly preparing: PreparingService,
    private readonly carrying: CarryForwardService,
  ) {}

  @Post('sessions/:id/clone') @Allow('session.prepare')
  async clone(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CloneSessionDto): Promise<ChangedDto> {
    return { id: await this.preparing.clone(actor, id, dto) };
  }

  /** Makes the sessions that follow this one, in a rhythm. */
  @Post('sessions/:id/series') @Allow('session.prepare')
  async series(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SeriesDto): Promise<SeriesMadeDto> {
    return { sessions: await this.preparing.series(actor, id, dto) };
  }

  @Post('sessions/:id/template') @Allow('session.prepare')
  async saveTemplate(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { name }: SaveTemplateDto): Promise<ChangedDto> {
    return { id: await this.preparing.saveTemplate(actor, id, name) };
  }

  @Get('bodies/:bodyId/session-templates') @Allow('session.prepare')
  async templates(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<TemplatesDto> {
    return { templates: await this.preparing.templates(actor, bodyId) };
  }

  @Delete('session-templates/:id') @Allow('session.prepare') @HttpCode(204)
  removeTemplate(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.preparing.removeTemplate(actor, id);
  }

  @Post('bodies/:bodyId/sessions/from-template') @Allow('session.prepare')
  async fromTemplate(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: FromTemplateDto): Promise<ChangedDto> {
    return { id: await this.preparing.fromTemplate(actor, bodyId, dto) };
  }

  /** Undecided items of earlier sessions that can come onto this agenda. */
  @Get('sessions/:id/carry-forward') @Allow('agenda.prepare')
  async undecided(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<UndecidedDto> {
    return { items: await this.carrying.list(actor, id) };
  }

  @Post('sessions/:id/carry-forward') @Allow('agenda.prepare') @HttpCode(200)
  async take(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { itemIds }: CarryForwardDto): Promise<ChangedDto> {
    await this.carrying.take(actor, id, itemIds);
    return { id };
  }
}
