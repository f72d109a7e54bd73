import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../../http/allow.js';
import { Costs } from '../../http/costs.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { contentDisposition } from '../domain/file-names.js';
import { AccessLogDto, CopyQueryDto } from './copies.dto.js';
import { CopiesService } from './copies.service.js';

const HEADERS = { 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'" };

/** Copies that leave the house, and who took them. */
@Controller()
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  /** A copy with the reader's name, the time and a code across each page. */
  @Get('paper-versions/:id/copy') @Allow('paper.copy') @ApiProduces('application/pdf') @Costs('upload')
  async take(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() query: CopyQueryDto, @Res() reply: FastifyReply): Promise<void> {
    const { fileName, content } = await this.copies.take(actor, id, query.for === 'print' ? 'printed' : 'kept');
    void reply.headers({ ...HEADERS, 'content-disposition': contentDisposition('attachment', fileName) }).send(content);
  }

  /** The file itself. */
  @Get('paper-versions/:id/unmarked') @Allow('paper.prepare') @ApiProduces('application/pdf')
  async takeUnmarked(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { fileName, content, size } = await this.copies.takeUnmarked(actor, id);
    void reply.headers({ ...HEADERS, 'content-disposition': contentDisposition('attachment', fileName), 'content-length': size }).send(content);
  }

  /** Who opened it and who took copies. */
  @Get('papers/:id/access') @Allow('paper.prepare')
  logOf(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<AccessLogDto> {
    return this.copies.logOf(actor, id);
  }
}
