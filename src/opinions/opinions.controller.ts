import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../http/allow.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { CreateRequestDto, EditRequestDto, OpinionRequestDto, ReplyDto, RequestActDto, RequestsDto } from './opinions.dto.js';
import { RepliesService } from './replies.service.js';
import { RequestReaderService } from './request-reader.service.js';
import { RequestsService } from './requests.service.js';

@Controller()
export class OpinionsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly replies: RepliesService,
    private readonly reader: RequestReaderService,
  ) {}

  @Get('bodies/:bodyId/opinion-requests') @Allow('opinion.read')
  async list(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<RequestsDto> {
    return { requests: await this.reader.list(actor, bodyId), can: { create: permits(actor, 'opinion.prepare', bodyId) } };
  }

  @Post('bodies/:bodyId/opinion-requests') @Allow('opinion.prepare')
  async create(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: CreateRequestDto): Promise<OpinionRequestDto> {
    return this.reader.read(actor, await this.requests.create(actor, bodyId, dto));
  }

  @Get('opinion-requests/:id') @Allow('opinion.read')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<OpinionRequestDto> {
    return this.reader.read(actor, id);
  }

  @Patch('opinion-requests/:id') @Allow('opinion.prepare')
  async edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditRequestDto): Promise<OpinionRequestDto> {
    await this.requests.edit(actor, id, dto);
    return this.reader.read(actor, id);
  }

  @Post('opinion-requests/:id/acts') @Allow('opinion.read') @HttpCode(200)
  async act(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RequestActDto): Promise<OpinionRequestDto> {
    await this.requests.act(actor, id, dto);
    return this.reader.read(actor, id);
  }

  /** Keeps a draft or sends the reply. The same reply sent again changes nothing. */
  @Put('opinion-requests/:id/reply') @Allow('opinion.reply')
  async reply(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: ReplyDto, @Req() request: FastifyRequest): Promise<OpinionRequestDto> {
    const evidence = await this.replies.prove(actor, id, { dto, place: request });
    await this.replies.reply(actor, id, { ...dto, evidence });
    return this.reader.read(actor, id);
  }
}
