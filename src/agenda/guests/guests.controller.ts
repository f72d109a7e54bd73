import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { ChangedDto } from '../../http/changed.dto.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { GuestAnswersService } from './guest-answers.service.js';
import { FindPeopleQueryDto, FoundPeopleDto, GuestActDto, InvitationsDto, InviteDto, NameForUnitDto, UnitInvitationsDto } from './guests.dto.js';
import { GuestsService } from './guests.service.js';
import { UnitContactsService } from './unit-contacts.service.js';

/** Who is at a session and is no member. */
@Controller()
export class GuestsController {
  constructor(
    private readonly guests: GuestsService,
    private readonly answers: GuestAnswersService,
    private readonly units: UnitContactsService,
  ) {}

  /** Sessions I am invited to, or attend for a member. */
  @Get('invitations') @Allow('signedIn')
  async mine(@CurrentActor() actor: SignedIn): Promise<InvitationsDto> {
    return { invitations: await this.answers.mine(actor) };
  }

  /** People with an account whom the office may invite, and the office or a member name as a substitute. */
  @Get('bodies/:bodyId/people') @Allow('people.find')
  async find(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Query() { name }: FindPeopleQueryDto): Promise<FoundPeopleDto> {
    return { people: await this.guests.findPeople(actor, bodyId, name) };
  }

  /** Invites somebody to items of the session. */
  @Post('sessions/:id/guests') @Allow('session.prepare')
  async invite(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: InviteDto): Promise<ChangedDto> {
    return { id: await this.guests.invite(actor, id, dto) };
  }

  @Put('guests/:id') @Allow('session.prepare')
  async edit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: InviteDto): Promise<ChangedDto> {
    await this.guests.edit(actor, id, dto);
    return { id };
  }

  @Delete('guests/:id') @Allow('session.prepare') @HttpCode(204)
  remove(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.guests.remove(actor, id);
  }

  /** A guest's answer, coming and going, recorded by the office. Answers with the session. */
  @Post('guests/:id/acts') @Allow('session.run') @HttpCode(200)
  async record(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: GuestActDto): Promise<ChangedDto> {
    return { id: await this.answers.record(actor, id, dto) };
  }

  /** My own answer, coming and going, by the id of my entry among the guests. Answers with the session. */
  @Post('invitations/:id/acts') @Allow('signedIn') @HttpCode(200)
  async answer(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: GuestActDto): Promise<ChangedDto> {
    return { id: await this.answers.answer(actor, id, dto) };
  }

  /** Invitations to units whose contact I am. */
  @Get('unit-invitations') @Allow('signedIn')
  async ofUnits(@CurrentActor() actor: SignedIn): Promise<UnitInvitationsDto> {
    return { invitations: await this.units.mine(actor) };
  }

  /** Says whom my unit sends, by the id of its entry among the guests. */
  @Put('unit-invitations/:id/name') @Allow('signedIn')
  async nameForUnit(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: NameForUnitDto): Promise<ChangedDto> {
    await this.units.name(actor, id, dto);
    return { id };
  }
}
