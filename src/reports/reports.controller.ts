import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { cleanFileName, contentDisposition } from '../papers/domain/file-names.js';
import { PrintPackQueryDto } from './print-pack/print-pack.dto.js';
import { PrintPackService } from './print-pack/print-pack.service.js';
import { StatisticsDto } from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

@Controller()
export class ReportsController {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly packs: PrintPackService,
  ) {}

  /** What happened in a session that has begun, in figures. */
  @Get('sessions/:id/statistics') @Allow('session.visit')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<StatisticsDto> {
    return this.statistics.read(actor, id);
  }

  /** One PDF with which the meeting goes on by paper: agenda, attendance sheet, blank ballots, roll-call sheets and the released papers. */
  @Get('sessions/:id/print-pack') @Allow('session.run') @ApiProduces('application/pdf') @Costs('export')
  async print(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { language = 'vi' }: PrintPackQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const { content, leftOut, title } = await this.packs.make(actor, id, language);
    void reply.headers({ 'content-type': 'application/pdf', 'content-disposition': contentDisposition('attachment', cleanFileName(title)), 'x-left-out': leftOut }).send(content);
  }
}
