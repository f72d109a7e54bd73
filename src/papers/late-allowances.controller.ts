import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { ChangedDto } from '../http/changed.dto.js';
import type { SignedIn } from '../identity/session-reader.js';
import { AllowLateDto } from './late-allowances.dto.js';
import { LateAllowancesService } from './late-allowances.service.js';

@Controller()
export class LateAllowancesController {
  constructor(private readonly allowances: LateAllowancesService) {}

  /** The chair lets the papers of an item be late. */
  @Put('items/:id/late-allowance') @Allow('session.approve')
  async allow(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { reason }: AllowLateDto): Promise<ChangedDto> {
    await this.allowances.allow(actor, id, reason);
    return { id };
  }

  @Delete('items/:id/late-allowance') @Allow('session.approve') @HttpCode(204)
  withdraw(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.allowances.withdraw(actor, id);
  }
}
