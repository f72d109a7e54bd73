import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { RenameDto } from '../passkeys/passkeys.dto.js';
import type { SignedIn } from '../session-reader.js';
import { MySecurityDto } from './security.dto.js';
import { SecurityService } from './security.service.js';

/** Browsers I am signed in at. Ending another one needs a sign-in within the last ten minutes. */
@Controller('me/sessions')
@Allow('signedIn')
export class DevicesController {
  constructor(private readonly security: SecurityService) {}

  @Patch(':id')
  async rename(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RenameDto): Promise<MySecurityDto> {
    await this.security.rename(actor, id, dto.name);
    return this.security.read(actor);
  }

  @Delete(':id') @HttpCode(204)
  end(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.security.end(actor, id);
  }

  /** Signs out all other browsers. */
  @Post('end-others') @HttpCode(204)
  endOthers(@CurrentActor() actor: SignedIn): Promise<void> {
    return this.security.endMany(actor, 'others');
  }

  /** Signs out everywhere, here too. */
  @Post('end-all') @HttpCode(204)
  endAll(@CurrentActor() actor: SignedIn): Promise<void> {
    return this.security.endMany(actor, 'everywhere');
  }
}
