import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { Public } from '../../http/allow.js';
import { originsOf, siteOf } from '../../http/origin.js';
import { InvitedDto, LinkDto, LinkPasskeyDto, MeDto, SetPasswordDto } from '../identity.dto.js';
import { PasskeyOptionsDto } from '../passkeys/passkeys.dto.js';
import { clientOf } from './client-of.js';
import { InvitationService } from './invitation.service.js';
import { PasswordsService } from './passwords.service.js';
import { SetupLinksService } from './setup-links.service.js';
import { Welcome } from './welcome.js';

/** One-time links. Their secret is sent in the body: addresses end up in logs. */
@Controller('auth')
@Public()
export class InvitationController {
  constructor(
    private readonly links: SetupLinksService,
    private readonly passwords: PasswordsService,
    private readonly invitations: InvitationService,
    private readonly welcome: Welcome,
    private readonly environment: Environment,
  ) {}

  /** Whom the link invites. */
  @Post('link') @HttpCode(200)
  async read(@Body() dto: LinkDto): Promise<InvitedDto> {
    const { username, name, nameEn, kind } = await this.links.read(dto.token);
    return { username, name, nameEn, kind };
  }

  @Post('set-password') @HttpCode(204)
  setPassword(@Body() dto: SetPasswordDto): Promise<void> {
    return this.passwords.setByLink(dto.token, dto.password);
  }

  @Post('link/passkey-options') @HttpCode(200)
  async passkeyOptions(@Body() dto: LinkDto, @Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    return { options: { ...(await this.invitations.passkeyOptions(dto.token, siteOf(request, originsOf(this.environment.ECABINET_ORIGINS)))) } };
  }

  @Post('link/passkey') @HttpCode(200)
  async enrolPasskey(@Body() dto: LinkPasskeyDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    const site = siteOf(request, originsOf(this.environment.ECABINET_ORIGINS));
    const session = await this.invitations.enrolPasskey(dto.token, { name: dto.name, credential: dto.credential, site }, clientOf(request));
    return this.welcome.in(session, request, reply);
  }
}
