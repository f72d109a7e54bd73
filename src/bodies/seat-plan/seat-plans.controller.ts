import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { DrawSeatPlanDto, SeatPlanDto } from './seat-plan.dto.js';
import { SeatPlansService } from './seat-plans.service.js';

@Controller()
export class SeatPlansController {
  constructor(private readonly plans: SeatPlansService) {}

  @Get('bodies/:id/seat-plan') @Allow('body.read')
  read(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<SeatPlanDto> {
    return this.plans.read(actor, id);
  }

  /** Draws the plan of the room; without places it is the horseshoe again. */
  @Put('bodies/:id/seat-plan') @Allow('session.prepare') @HttpCode(204)
  draw(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { places }: DrawSeatPlanDto): Promise<void> {
    return this.plans.draw(actor, id, places);
  }
}
