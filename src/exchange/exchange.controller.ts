import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { ExportService } from './export.service.js';
import { JournalReaderService } from './journal-reader.service.js';
import { CheckpointDto, ConsistencyDto, ConsistencyQueryDto, EntriesQueryDto, EntryProofDto, JournalPageDto } from './log.dto.js';
import { LogService } from './log.service.js';

@Controller()
export class ExchangeController {
  constructor(
    private readonly log: LogService,
    private readonly journal: JournalReaderService,
    private readonly exports: ExportService,
  ) {}

  @Get('log/checkpoint') @Allow('signedIn')
  checkpoint(): Promise<CheckpointDto> {
    return this.log.checkpoint();
  }

  @Get('log/consistency') @Allow('signedIn')
  consistency(@Query() query: ConsistencyQueryDto): Promise<ConsistencyDto> {
    return this.log.consistency(query);
  }

  @Get('journal') @Allow('journal.read')
  list(@CurrentActor() actor: SignedIn, @Query() query: EntriesQueryDto): Promise<JournalPageDto> {
    return this.journal.list(actor, query);
  }

  @Get('journal/:seq/proof') @Allow('journal.read')
  prove(@CurrentActor() actor: SignedIn, @Param('seq', ParseIntPipe) seq: number): Promise<EntryProofDto> {
    return this.journal.prove(actor, seq);
  }

  /** The whole log, for `ecabinet verify`. */
  @Get('journal/export') @Allow('journal.read') @ApiProduces('application/json') @Costs('export')
  exportLog(@CurrentActor() actor: SignedIn, @Res() reply: FastifyReply): void {
    void asFile(reply, 'ecabinet-log').send(Readable.from(this.exports.log(actor)));
  }

  /** What proves one published vote, for `ecabinet verify`. */
  @Get('motions/:id/export') @Allow('session.read') @ApiProduces('application/json') @Costs('export')
  async exportMotion(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.exports.motion(actor, id);
    void asFile(reply, `ecabinet-vote-${id}`).send(text);
  }

  /** What proves one closed request, for `ecabinet verify`. */
  @Get('opinion-requests/:id/export') @Allow('opinion.read') @ApiProduces('application/json') @Costs('export')
  async exportRequest(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.exports.request(actor, id);
    void asFile(reply, `ecabinet-request-${id}`).send(text);
  }
}

function asFile(reply: FastifyReply, name: string): FastifyReply {
  return reply.headers({ 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${name}.json"` });
}
