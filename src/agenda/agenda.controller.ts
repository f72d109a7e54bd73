import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { ChangedDto } from '../http/changed.dto.js';
import type { SignedIn } from '../identity/session-reader.js';
import { CreateItemDto, EditItemDto, PlaceDto, PositionsDto, RecuseDto, SetOutcomeDto, TakePositionDto } from './agenda.dto.js';
import { AgendaService } from './agenda.service.js';
import { PositionsService } from './positions.service.js';
import { RecusalsService } from './recusals.service.js';

@Controller()
export class AgendaController {
  constructor(
    private readonly agenda: AgendaService,
    private readonly positions: PositionsService,
    private readonly recusals: RecusalsService,
  ) {}

  @Post('sessions/:id/items') @Allow('agenda.prepare')
  async create(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CreateItemDto): Promise<ChangedDto> {
    return { id: await this.agenda.create(actor, id, dto) };
  }

  @Patch('items/:id') @Allow('agenda.prepare')
  async edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: EditItemDto): Promise<ChangedDto> {
    await this.agenda.edit(actor, id, dto);
    return { id };
  }

  @Delete('items/:id') @Allow('agenda.prepare') @HttpCode(204)
  remove(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.agenda.remove(actor, id);
  }

  @Put('items/:id/place') @Allow('agenda.prepare')
  async move(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: PlaceDto): Promise<ChangedDto> {
    await this.agenda.move(actor, id, dto);
    return { id };
  }

  @Put('items/:id/outcome') @Allow('session.run')
  async setOutcome(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SetOutcomeDto): Promise<ChangedDto> {
    await this.agenda.setOutcome(actor, id, dto.outcome);
    return { id };
  }

  @Put('items/:id/position') @Allow('agenda.takePosition')
  async takePosition(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: TakePositionDto): Promise<ChangedDto> {
    await this.positions.take(actor, id, dto);
    return { id };
  }

  /** A member takes no part in an item, as their own interests are touched. */
  @Post('items/:id/recusals') @Allow('agenda.recuse') @HttpCode(200)
  async recuse(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RecuseDto): Promise<ChangedDto> {
    await this.recusals.declare(actor, id, dto);
    return { id };
  }

  @Delete('items/:id/recusals/:memberId') @Allow('agenda.recuse') @HttpCode(204)
  liftRecusal(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Param('memberId', ParseUUIDPipe) memberId: string): Promise<void> {
    return this.recusals.lift(actor, id, memberId);
  }

  @Get('items/:id/positions') @Allow('session.follow')
  async listPositions(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PositionsDto> {
    return { positions: await this.positions.list(actor, id) };
  }
}
