import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { PresenceDto } from './presence.dto.js';
import { PresenceService } from './presence.service.js';

@Controller()
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Get('sessions/:id/presence') @Allow('session.run')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<PresenceDto> {
    return this.presence.read(actor, id);
  }
}
