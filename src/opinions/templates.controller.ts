import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { NameTemplateDto, RequestTemplatesDto } from './templates.dto.js';
import { RequestTemplatesService } from './templates.service.js';

@Controller()
export class RequestTemplatesController {
  constructor(private readonly templates: RequestTemplatesService) {}

  @Get('bodies/:bodyId/opinion-templates') @Allow('opinion.prepare')
  async list(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<RequestTemplatesDto> {
    return { templates: await this.templates.list(actor, bodyId) };
  }

  /** Keeps what a request asks, of whom and for how long, for other requests. */
  @Post('opinion-requests/:id/template') @Allow('opinion.prepare') @HttpCode(204)
  async keep(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: NameTemplateDto): Promise<void> {
    await this.templates.keep(actor, id, dto.name);
  }

  @Patch('opinion-templates/:id') @Allow('opinion.prepare') @HttpCode(204)
  async rename(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: NameTemplateDto): Promise<void> {
    await this.templates.rename(actor, id, dto.name);
  }

  @Delete('opinion-templates/:id') @Allow('opinion.prepare') @HttpCode(204)
  async remove(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.templates.remove(actor, id);
  }
}
