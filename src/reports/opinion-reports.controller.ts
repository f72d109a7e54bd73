import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { cleanFileName, contentDisposition } from '../papers/domain/file-names.js';
import { OpinionFiguresDto, OpinionFiguresQueryDto } from './opinion-figures/opinion-figures.dto.js';
import { OpinionFiguresService } from './opinion-figures/opinion-figures.service.js';
import { OpinionSummaryService } from './opinion-summary/opinion-summary.service.js';
import { PrintPackQueryDto } from './print-pack/print-pack.dto.js';

@Controller()
export class OpinionReportsController {
  constructor(
    private readonly figures: OpinionFiguresService,
    private readonly summaries: OpinionSummaryService,
  ) {}

  /** How members answer written opinion requests, by member, month and request. */
  @Get('bodies/:bodyId/opinion-figures') @Allow('opinion.read')
  read(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Query() query: OpinionFiguresQueryDto): Promise<OpinionFiguresDto> {
    return this.figures.read(actor, bodyId, query);
  }

  /** What a closed request came to, as an official document (tagged PDF/A). */
  @Get('opinion-requests/:id/summary-document') @Allow('opinion.read') @ApiProduces('application/pdf') @Costs('export')
  async document(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { language = 'vi' }: PrintPackQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const { title, content } = await this.summaries.make(actor, id, language);
    void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': contentDisposition('attachment', cleanFileName(title)) }).send(content);
  }
}
