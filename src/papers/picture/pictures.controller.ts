import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { PaperFilesService } from '../paper-files.service.js';

@Controller('paper-versions/:id/first-page')
export class PicturesController {
  constructor(private readonly files: PaperFilesService) {}

  /** A picture of the first page, which stands there until the page itself is drawn. */
  @Get() @Allow('paper.read') @ApiProduces('image/webp')
  sendFirstPage(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.files.sendFirstPage(actor, id, { request, reply });
  }
}
