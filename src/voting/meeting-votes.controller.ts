import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { ConsentListService } from './consent-list.service.js';
import { MotionReaderService } from './motion-reader.service.js';
import { PuttingService } from './putting.service.js';
import { RollCallService } from './roll-call.service.js';
import { AdoptListDto, ConsentListDto, PutDto, RollCallDto } from './meeting-votes.dto.js';
import { MotionDto } from './voting.dto.js';

/** What chair and secretariat do with votes in the meeting. */
@Controller()
export class MeetingVotesController {
  constructor(
    private readonly putting: PuttingService,
    private readonly consent: ConsentListService,
    private readonly rollCall: RollCallService,
    private readonly reader: MotionReaderService,
  ) {}

  /** Puts an item to the vote: the prepared question, the undecided one again, or the item's title; the vote is open. */
  @Post('items/:id/vote') @Allow('motion.run')
  async put(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: PutDto): Promise<MotionDto> {
    return this.reader.read(actor, await this.putting.put(actor, id, dto));
  }

  /** Enters what a member says at a roll-call. */
  @Post('motions/:id/roll-call') @Allow('motion.enter') @HttpCode(200)
  async enter(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RollCallDto): Promise<MotionDto> {
    await this.rollCall.enter(actor, id, dto);
    return this.reader.read(actor, id);
  }

  @Get('sessions/:id/consent-list') @Allow('session.read')
  readList(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<ConsentListDto> {
    return this.consent.read(actor, id);
  }

  /** Opens the one vote on the list as it was seen. */
  @Post('sessions/:id/consent-list/vote') @Allow('motion.run')
  async adopt(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: AdoptListDto): Promise<MotionDto> {
    return this.reader.read(actor, await this.consent.adopt(actor, id, dto));
  }
}
