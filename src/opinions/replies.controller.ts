import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import { Costs } from '../http/costs.js';
import type { SignedIn } from '../identity/session-reader.js';
import { UploadReceiver } from '../papers/upload-receiver.js';
import { DraftsService } from './drafts.service.js';
import { OpinionRequestDto, ReplyFileDto } from './opinions.dto.js';
import { AssistantDraftDto, ReplyDto } from './replies.dto.js';
import { RepliesService } from './replies.service.js';
import { ReplyFilesService } from './reply-files.service.js';
import { RequestReaderService } from './request-reader.service.js';
import { writtenOf } from './written.js';

const UPLOAD = { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } };

@Controller()
export class RepliesController {
  constructor(
    private readonly replies: RepliesService,
    private readonly drafts: DraftsService,
    private readonly files: ReplyFilesService,
    private readonly reader: RequestReaderService,
    private readonly receiver: UploadReceiver,
  ) {}

  /** Keeps a draft or sends the reply. The same reply sent again changes nothing. */
  @Put('opinion-requests/:id/reply') @Allow('opinion.reply')
  async reply(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ReplyDto, @Req() request: FastifyRequest): Promise<OpinionRequestDto> {
    const evidence = await this.replies.prove(actor, id, { dto, place: request });
    await this.replies.reply(actor, id, { ...dto, evidence });
    return this.reader.read(actor, id);
  }

  /** What an assistant prepares for the member; handed up, the member is told. An assistant never sends. */
  @Put('opinion-requests/:id/draft') @Allow('opinion.draft')
  async prepare(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AssistantDraftDto): Promise<OpinionRequestDto> {
    await this.drafts.prepare(actor, id, { ...writtenOf(dto), handUp: dto.handUp });
    return this.reader.read(actor, id);
  }

  /** A file that goes with the reply, checked as papers are. */
  @Post('opinion-requests/:id/reply-files') @Allow('opinion.draft') @ApiConsumes('multipart/form-data') @ApiBody(UPLOAD) @Costs('upload')
  async addFile(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<ReplyFileDto> {
    await this.files.checkAdd(actor, id);
    return this.receiver.receive(request, (file) => this.files.add(actor, id, file));
  }

  @Delete('reply-files/:id') @Allow('opinion.draft') @HttpCode(204)
  async removeFile(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.files.remove(actor, id);
  }

  @Get('reply-files/:id/file') @Allow('opinion.read') @ApiProduces('application/pdf')
  sendReplyFile(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.files.send(actor, id, reply);
  }
}
