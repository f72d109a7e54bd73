import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { ChangedDto } from '../http/changed.dto.js';
import type { SignedIn } from '../identity/session-reader.js';
import { MadeUpPeople } from './made-up-people.service.js';
import { PlayDto, PlayedDto } from './rehearsal.dto.js';
import { RehearsalService } from './rehearsal.service.js';

@Controller()
export class RehearsalController {
  constructor(
    private readonly rehearsals: RehearsalService,
    private readonly people: MadeUpPeople,
  ) {}

  /** A copy with made-up people, in a body of its own that chair and secretariat alone see. */
  @Post('sessions/:id/rehearsal') @Allow('session.run')
  async start(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<ChangedDto> {
    return { id: await this.rehearsals.start(actor, id) };
  }

  /** What the made-up members do. */
  @Post('sessions/:id/rehearsal/acts') @Allow('session.run') @HttpCode(200)
  async play(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { act }: PlayDto): Promise<PlayedDto> {
    return { count: await this.people.play(actor, id, act) };
  }

  @Delete('sessions/:id/rehearsal') @Allow('session.run') @HttpCode(204)
  end(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.rehearsals.end(actor, id);
  }
}
