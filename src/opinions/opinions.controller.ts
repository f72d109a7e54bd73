import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { isAfterClose } from './domain/request-states.js';
import { EndingsService } from './endings.service.js';
import { OpinionRequestDto, RequestsDto, RequestsOfSessionDto } from './opinions.dto.js';
import { CreateRequestDto, EditRequestDto, RequestActDto } from './request-inputs.dto.js';
import { RequestReaderService } from './request-reader.service.js';
import { RequestsService } from './requests.service.js';

@Controller()
export class OpinionsController {
  constructor(
    private readonly requests: RequestsService,
    private readonly endings: EndingsService,
    private readonly reader: RequestReaderService,
  ) {}

  @Get('bodies/:bodyId/opinion-requests') @Allow('opinion.read')
  async list(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<RequestsDto> {
    return { requests: await this.reader.list(actor, bodyId), can: this.reader.mayInBody(actor, bodyId) };
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
    const { act } = dto;
    await (isAfterClose(act) ? this.endings.act(actor, id, { ...dto, act }) : this.requests.act(actor, id, dto));
    return this.reader.read(actor, id);
  }

  /** Requests that became items of this session. */
  @Get('sessions/:id/opinion-requests') @Allow('opinion.read')
  async ofSession(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<RequestsOfSessionDto> {
    return { requests: await this.reader.ofSession(actor, id) };
  }
}
