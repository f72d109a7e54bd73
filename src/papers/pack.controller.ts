import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import type { SignedIn } from '../identity/session-reader.js';
import { PackFreezingService } from './pack-freezing.service.js';

/** All papers of a session together. */
@Controller()
export class PackController {
  constructor(private readonly freezing: PackFreezingService) {}

  /** Holds them still until the session is sent. */
  @Put('sessions/:id/pack-freeze') @Allow('session.prepare') @HttpCode(204)
  freeze(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.freezing.set(actor, id, true);
  }

  @Delete('sessions/:id/pack-freeze') @Allow('session.prepare') @HttpCode(204)
  thaw(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.freezing.set(actor, id, false);
  }
}
