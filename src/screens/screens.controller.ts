import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { DeskService } from './desk.service.js';
import { ReadinessDto } from './readiness.dto.js';
import { ReadinessService } from './readiness.service.js';
import { DeskDto, DeskQueryDto, SessionDto, SessionsDto } from './screens.dto.js';
import { SessionScreenService } from './session-screen.service.js';

@Controller()
export class ScreensController {
  constructor(
    private readonly screens: SessionScreenService,
    private readonly desks: DeskService,
    private readonly ready: ReadinessService,
  ) {}

  @Get('bodies/:bodyId/sessions') @Allow('session.read')
  list(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<SessionsDto> {
    return this.screens.list(actor, bodyId);
  }

  @Get('sessions/:id') @Allow('session.visit')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<SessionDto> {
    return this.screens.read(actor, id);
  }

  /** What has to be looked at before the session is submitted and sent. */
  @Get('sessions/:id/readiness') @Allow('session.look')
  readiness(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<ReadinessDto> {
    return this.ready.read(actor, id);
  }

  @Get('desk') @Allow('body.read')
  desk(@CurrentActor() actor: SignedIn, @Query() { bodyId }: DeskQueryDto): Promise<DeskDto> {
    return this.desks.read(actor, bodyId);
  }
}
