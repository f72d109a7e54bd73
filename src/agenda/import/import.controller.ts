import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { AgendaImportedDto, AgendaPreviewDto, ImportAgendaDto, PreviewAgendaDto } from './import.dto.js';
import { AgendaImportService } from './import.service.js';

@Controller()
export class AgendaImportController {
  constructor(private readonly imports: AgendaImportService) {}

  /** What a file of another system holds: Legistar, Notubiz, Popolo or ORI events, sections, CSV. Nothing is changed. */
  @Post('bodies/:bodyId/agenda-import/preview') @Allow('session.prepare') @HttpCode(200)
  preview(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() { text }: PreviewAgendaDto): AgendaPreviewDto {
    return this.imports.preview(actor, bodyId, text);
  }

  @Post('bodies/:bodyId/agenda-import') @Allow('session.prepare')
  run(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: ImportAgendaDto): Promise<AgendaImportedDto> {
    return this.imports.run(actor, bodyId, dto);
  }
}
