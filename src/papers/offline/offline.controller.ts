import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor, Public } from '../../http/allow.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { OfflineCheckDto, OfflineCopiesDto, OfflineDeviceEntryDto, OfflineDevicesDto, OfflineRuleDto, OfflineStandingDto, OfflineStandsDto, OfflineTakenDto } from './offline.dto.js';
import { OfflineService } from './offline.service.js';

/** Papers on the devices of their readers. */
@Controller('offline')
export class OfflineController {
  constructor(private readonly offline: OfflineService) {}

  /** Devices of mine that hold papers. */
  @Get('devices') @Allow('paper.read')
  devices(@CurrentActor() actor: SignedIn): Promise<OfflineDevicesDto> {
    return this.offline.devices(actor);
  }

  /** This browser is going to keep papers. */
  @Post('devices') @Allow('paper.read') @HttpCode(200)
  addDevice(@CurrentActor() actor: SignedIn, @Body() dto: OfflineDeviceEntryDto, @Headers('user-agent') userAgent = ''): Promise<OfflineRuleDto> {
    return this.offline.addDevice(actor, { ...dto, userAgent });
  }

  /** A device must let go of everything, as soon as it hears of it. */
  @Delete('devices/:id') @Allow('paper.read') @HttpCode(204)
  endDevice(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.offline.endDevice(actor, id);
  }

  /** Asked by a device at which nobody is signed in. */
  @Post('standing') @Public() @HttpCode(200)
  standing(@Body() { id, secret }: OfflineStandingDto): Promise<OfflineStandsDto> {
    return this.offline.standing(id, secret);
  }

  /** Takes papers along: it is written down who, what and when, before the first byte leaves. */
  @Post('copies') @Allow('paper.read') @HttpCode(200)
  take(@CurrentActor() actor: SignedIn, @Body() dto: OfflineCopiesDto): Promise<OfflineTakenDto> {
    return this.offline.take(actor, dto);
  }

  /** The device has let go of these. */
  @Post('copies/removed') @Allow('paper.read') @HttpCode(204)
  removed(@CurrentActor() actor: SignedIn, @Body() dto: OfflineCopiesDto): Promise<void> {
    return this.offline.removed(actor, dto);
  }

  /** What a device may go on holding, and what is newer. */
  @Post('check') @Allow('paper.read') @HttpCode(200)
  check(@CurrentActor() actor: SignedIn, @Body() dto: OfflineCopiesDto): Promise<OfflineCheckDto> {
    return this.offline.check(actor, dto);
  }
}
