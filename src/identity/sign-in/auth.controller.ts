import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { Allow, CurrentActor, Public } from '../../http/allow.js';
import { setSessionToken, setShortToken, shortToken } from '../../http/cookies.js';
import { originsOf, siteOf } from '../../http/origin.js';
import { AccountSessions } from '../devices/account-sessions.service.js';
import { CodeDto, DemoSignInDto, MeDto, PreferencesDto, SignInAnswerDto, SignInDto, SignInOptionsDto } from '../identity.dto.js';
import { PasskeyOptionsDto, PasskeySignInDto } from '../passkeys/passkeys.dto.js';
import { PeopleService } from '../people.service.js';
import type { SignedIn } from '../session-reader.js';
import { clientOf } from './client-of.js';
import { SignInService } from './sign-in.service.js';
import { Welcome } from './welcome.js';

@Controller()
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
    private readonly welcome: Welcome,
    private readonly sessions: AccountSessions,
    private readonly environment: Environment,
  ) {}

  @Get('auth/options') @Public()
  options(): Promise<SignInOptionsDto> {
    return this.people.signInOptions();
  }

  /** With an app's codes the answer is `next: code`; the session begins with the code. */
  @Post('auth/sign-in') @Public() @HttpCode(200)
  async signIn(@Body() dto: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignInAnswerDto> {
    const answer = await this.signIns.byPassword(dto.username, dto.password, clientOf(request));
    if ('session' in answer) return { next: null, me: await this.welcome.in(answer.session, request, reply) };
    setShortToken(request, reply, { name: 'code', token: answer.pending });
    return { next: 'code', me: null };
  }

  /** The second step: the app's code, or a recovery code. */
  @Post('auth/code') @Public() @HttpCode(200)
  async code(@Body() dto: CodeDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    const session = await this.signIns.byCode(shortToken(request, 'code'), dto.code, clientOf(request));
    setShortToken(request, reply, { name: 'code', token: null });
    return this.welcome.in(session, request, reply);
  }

  @Post('auth/passkey-options') @Public() @HttpCode(200)
  async passkeyOptions(@Req() request: FastifyRequest): Promise<PasskeyOptionsDto> {
    return { options: { ...(await this.signIns.passkeyOptions(siteOf(request, originsOf(this.environment.ECABINET_ORIGINS)))) } };
  }

  @Post('auth/passkey') @Public() @HttpCode(200)
  async passkey(@Body() dto: PasskeySignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    const site = siteOf(request, originsOf(this.environment.ECABINET_ORIGINS));
    return this.welcome.in(await this.signIns.byPasskey(dto.assertion, site, clientOf(request)), request, reply);
  }

  @Post('auth/demo-sign-in') @Public() @HttpCode(200)
  async demoSignIn(@Body() dto: DemoSignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    return this.welcome.in(await this.signIns.asDemoPerson(dto.username, clientOf(request)), request, reply);
  }

  @Post('auth/sign-out') @Allow('signedIn') @HttpCode(204)
  async signOut(@CurrentActor() actor: SignedIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(actor, actor.sessionId);
    setSessionToken(request, reply, null);
    // Pages kept for "back" go; not `storage`, which holds the checkpoint of the journal that must outlive a sign-out.
    void reply.header('clear-site-data', '"cache"');
  }

  @Get('me') @Allow('signedIn')
  me(@CurrentActor() actor: SignedIn): Promise<MeDto> {
    return this.people.me(actor);
  }

  @Patch('me') @Allow('signedIn')
  setPreferences(@CurrentActor() actor: SignedIn, @Body() dto: PreferencesDto): Promise<MeDto> {
    return this.people.setPreferences(actor, dto);
  }
}
