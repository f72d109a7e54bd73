import { Body, Controller, Get, HttpCode, Post, Redirect, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { Allow, CurrentActor, Public } from '../../http/allow.js';
import { setSessionToken, setShortToken, shortToken } from '../../http/cookies.js';
import { originsOf, siteOf } from '../../http/origin.js';
import { OidcStartDto, OidcStartedDto } from '../identity.dto.js';
import type { SignedIn } from '../session-reader.js';
import { clientOf } from '../sign-in/client-of.js';
import { OidcService } from './oidc.service.js';

/** Where a trip is begun, and what for. */
interface Start {
  open?: string | null;
  token?: string;
  actor: SignedIn | null;
}

@Controller()
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly environment: Environment,
  ) {}

  /** Begins signing in at the provider, or using an invitation by it. */
  @Post('auth/oidc/start') @Public() @HttpCode(200)
  start(@Body() dto: OidcStartDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<OidcStartedDto> {
    return this.begin({ token: dto.token, actor: null, open: clientOf(request).open }, request, reply);
  }

  /** Begins linking the provider's identity to one's own account. */
  @Post('me/security/oidc') @Allow('signedIn') @HttpCode(200)
  startLinking(@CurrentActor() actor: SignedIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<OidcStartedDto> {
    return this.begin({ actor }, request, reply);
  }

  /**
   * The way back from the provider: the one GET that changes something, since OpenID Connect brings people back by a navigation
   * that another site begins (no Origin of ours, no SameSite=Strict cookie). It does nothing by itself: it needs the secret in
   * the SameSite=Lax cookie of the very browser that began the trip with a POST, which is good once and for ten minutes, and the
   * `state`, `nonce` and PKCE verifier kept under it. Somebody else's answer, brought here by a link, fails on the first of
   * them; so nobody is signed in as another person or gets another person's identity linked.
   */
  @Get('auth/oidc/callback') @Public() @Redirect()
  async callback(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: string; statusCode: number }> {
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const { session, to } = await this.oidc.finish(shortToken(request, 'oidc'), query, clientOf(request));
    setShortToken(request, reply, { name: 'oidc', token: null });
    if (session !== null) setSessionToken(request, reply, session);
    return { url: to, statusCode: 303 };
  }

  private async begin({ token, actor, open = null }: Start, request: FastifyRequest, reply: FastifyReply): Promise<OidcStartedDto> {
    const { origin } = siteOf(request, originsOf(this.environment.ECABINET_ORIGINS));
    const { url, secret } = await this.oidc.begin(origin, { linkToken: token, actor, open });
    setShortToken(request, reply, { name: 'oidc', token: secret });
    return { url };
  }
}
