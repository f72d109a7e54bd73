import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Allow, CurrentActor } from '../../http/allow.js';
import { ChangedDto } from '../../http/changed.dto.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { SiteFieldsDto, SitePeopleDto } from './sites.dto.js';
import { SitesService } from './sites.service.js';

/** Sites of a session; each answers with the session, which shows them. */
@Controller()
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Post('sessions/:id/sites') @Allow('session.run')
  async make(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SiteFieldsDto): Promise<ChangedDto> {
    return { id: await this.sites.make(actor, id, dto) };
  }

  @Put('sites/:id') @Allow('session.run')
  async change(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SiteFieldsDto): Promise<ChangedDto> {
    return { id: await this.sites.change(actor, id, dto) };
  }

  /** Who is expected at the site, all at once. */
  @Put('sites/:id/people') @Allow('session.run')
  async place(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SitePeopleDto): Promise<ChangedDto> {
    return { id: await this.sites.place(actor, id, dto) };
  }

  /** Ends the site and its displays; not while somebody is there. */
  @Delete('sites/:id') @Allow('session.run') @HttpCode(204)
  remove(@CurrentActor() actor: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sites.remove(actor, id);
  }
}
