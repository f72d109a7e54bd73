import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { ChangedDto } from '../../http/changed.dto.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { ConsentPullsService } from './consent-pulls.service.js';
import { CurrentItemService } from './current-item.service.js';
import { FloorReader } from './floor-reader.service.js';
import { AskFloorDto, CurrentItemDto, FloorDto, TurnActDto } from './floor.dto.js';
import { SpeakersService } from './speakers.service.js';

/** What is under discussion, who speaks, and what is taken off the consent list. */
@Controller()
export class FloorController {
  constructor(
    private readonly current: CurrentItemService,
    private readonly speakers: SpeakersService,
    private readonly floor: FloorReader,
    private readonly pulls: ConsentPullsService,
  ) {}

  @Put('sessions/:id/current-item') @Allow('session.run')
  async setCurrentItem(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: CurrentItemDto): Promise<ChangedDto> {
    await this.current.set(actor, id, dto.itemId ?? null);
    return { id };
  }

  @Get('sessions/:id/floor') @Allow('session.visit')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<FloorDto> {
    return this.floor.read(actor, id);
  }

  /** Asks to speak on an item. */
  @Post('items/:id/turns') @Allow('floor.ask')
  async ask(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AskFloorDto): Promise<ChangedDto> {
    return { id: await this.speakers.ask(actor, id, dto) };
  }

  @Post('turns/:id/acts') @Allow('session.visit') @HttpCode(200)
  async act(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: TurnActDto): Promise<ChangedDto> {
    await this.speakers.act(actor, id, dto);
    return { id };
  }

  /** Takes an item off the consent list, to have it discussed. */
  @Put('items/:id/consent-pull') @Allow('agenda.takePosition')
  async pull(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<ChangedDto> {
    await this.pulls.pull(actor, id);
    return { id };
  }

  @Delete('items/:id/consent-pull') @Allow('agenda.takePosition') @HttpCode(204)
  restore(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.pulls.restore(actor, id);
  }
}
