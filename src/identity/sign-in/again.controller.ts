import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { Allow, CurrentActor } from '../../http/allow.js';
import { originsOf, siteOf } from '../../http/origin.js';
import { AgainDto, MeDto } from '../identity.dto.js';
import { PasskeyOptionsDto, PasskeySignInDto } from '../passkeys/passkeys.dto.js';
import type { SignedIn } from '../session-reader.js';
import { SignInAgainService } from './sign-in-again.service.js';
import { Welcome } from './welcome.js';

/** Showing again who one is; the session goes on under a new secret. */
@Controller('auth/again')
@Allow('signedIn')
export class AgainController {
  constructor(
    private readonly again: SignInAgainService,
    private readonly welcome: Welcome,
    private readonly environment: Environment,
  ) {}

  @Post() @HttpCode(200)
  async byPassword(@CurrentActor() actor: SignedIn, @Body() dto: AgainDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    return this.welcome.in(await this.again.byPassword(actor, { password: dto.password, code: dto.code }, request.ip), request, reply);
  }

  @Post('passkey-options') @HttpCode(200)
  async passkeyOptions(@CurrentActor() actor: SignedIn, @Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    return { options: { ...(await this.again.passkeyOptions(actor, siteOf(request, originsOf(this.environment.ECABINET_ORIGINS)))) } };
  }

  @Post('passkey') @HttpCode(200)
  async byPasskey(@CurrentActor() actor: SignedIn, @Body() dto: PasskeySignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    const site = siteOf(request, originsOf(this.environment.ECABINET_ORIGINS));
    return this.welcome.in(await this.again.byPasskey(actor, dto.assertion, site), request, reply);
  }
}
