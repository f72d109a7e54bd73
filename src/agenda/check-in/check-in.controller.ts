import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { CheckedInDto, CheckInCodeDto, CheckInCodeQueryDto, CheckInDto } from './check-in.dto.js';
import { CheckInService } from './check-in.service.js';

@Controller()
export class CheckInController {
  constructor(private readonly service: CheckInService) {}

  /** The code to check in by, as a QR code shows it; another one every 30 seconds. */
  @Get('sessions/:id/check-in-code') @Allow('session.run')
  show(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Query() { siteId }: CheckInCodeQueryDto): Promise<CheckInCodeDto> {
    return this.service.show(actor, { sessionId: id, siteId: siteId ?? null });
  }

  /** I am in the room or at the site: member or guest, by the code that hangs there. */
  @Post('sessions/:id/check-in') @Allow('signedIn') @HttpCode(200)
  checkIn(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { code }: CheckInDto): Promise<CheckedInDto> {
    return this.service.checkIn(actor, id, code);
  }
}
