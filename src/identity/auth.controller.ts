import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor, Public } from '../http/allow.js';
import { setSessionToken } from '../http/cookies.js';
import { found } from '../http/refusal.js';
import { DemoSignInDto, MeDto, PreferencesDto, SetPasswordDto, SignInDto, SignInOptionsDto } from './identity.dto.js';
import { PeopleService } from './people.service.js';
import { SessionReader, type SignedIn } from './session-reader.js';
import { type Client, SignInService } from './sign-in.service.js';

@Controller()
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
    private readonly sessions: SessionReader,
  ) {}

  @Get('auth/options') @Public()
  options(): Promise<SignInOptionsDto> {
    return this.people.signInOptions();
  }

  @Post('auth/sign-in') @Public() @HttpCode(200)
  async signIn(@Body() dto: SignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    return this.welcome(await this.signIns.signIn(dto.username, dto.password, clientOf(request)), request, reply);
  }

  @Post('auth/demo-sign-in') @Public() @HttpCode(200)
  async demoSignIn(@Body() dto: DemoSignInDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<MeDto> {
    return this.welcome(await this.signIns.signInAsDemoPerson(dto.username, clientOf(request)), request, reply);
  }

  @Post('auth/set-password') @Public() @HttpCode(204)
  setPassword(@Body() dto: SetPasswordDto): Promise<void> {
    return this.signIns.setPassword(dto.token, dto.password);
  }

  @Post('auth/sign-out') @Allow('signedIn') @HttpCode(204)
  async signOut(@CurrentActor() actor: SignedIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIns.signOut(actor);
    setSessionToken(request, reply, null);
  }

  @Get('me') @Allow('signedIn')
  me(@CurrentActor() actor: SignedIn): Promise<MeDto> {
    return this.people.me(actor.accountId);
  }

  @Patch('me') @Allow('signedIn')
  setPreferences(@CurrentActor() actor: SignedIn, @Body() dto: PreferencesDto): Promise<MeDto> {
    return this.people.setPreferences(actor, dto);
  }

  private async welcome(token: string, request: FastifyRequest, reply: FastifyReply): Promise<MeDto> {
    setSessionToken(request, reply, token);
    const actor = found(await this.sessions.find(token));
    return this.people.me(actor.accountId);
  }
}

function clientOf(request: FastifyRequest): Client {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}
