import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { ChangedDto } from '../http/changed.dto.js';
import type { SignedIn } from '../identity/session-reader.js';
import { DelegateDto, DelegationsDto } from './delegations.dto.js';
import { DelegationsService } from './delegations.service.js';

@Controller()
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get('bodies/:bodyId/chair-delegations') @Allow('body.read')
  list(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string): Promise<DelegationsDto> {
    return this.delegations.list(actor, bodyId);
  }

  /** The chair lets another member approve and preside, for a time. */
  @Post('bodies/:bodyId/chair-delegations') @Allow('session.approve')
  async delegate(@CurrentActor() actor: SignedIn, @Param('bodyId', ParseUUIDPipe) bodyId: string, @Body() dto: DelegateDto): Promise<ChangedDto> {
    return { id: await this.delegations.delegate(actor, bodyId, dto) };
  }

  @Delete('chair-delegations/:id') @Allow('session.approve') @HttpCode(204)
  end(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.delegations.end(actor, id);
  }
}
