import { Injectable } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { Environment } from '../../config/environment.js';
import { Refusal } from '../../http/refusal.js';

/** What is remembered between the way to the provider and the way back. */
export interface Trip {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

/** The provider that is set, spoken to by code flow with PKCE, state and nonce. The library and the provider's metadata are loaded on first use. */
@Injectable()
export class OidcClient {
  private configuration: Promise<Configuration> | null = null;

  constructor(private readonly environment: Environment) {}

  /** The provider's name on screen, or null when none is set. */
  get name(): string | null {
    const { ECABINET_OIDC_ISSUER: issuer, ECABINET_OIDC_NAME: name } = this.environment;
    return issuer === undefined ? null : (name ?? new URL(issuer).hostname);
  }

  /** A new trip, and the address of the provider it begins at. */
  async begin(redirectUri: string): Promise<{ trip: Trip; url: string }> {
    const configuration = await this.configured();
    const oidc = await import('openid-client');
    const trip = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), redirectUri };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri, scope: 'openid', state: trip.state, nonce: trip.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier), code_challenge_method: 'S256',
    });
    return { trip, url: url.href };
  }

  /** Whom the provider vouches for; refuses an answer whose state, nonce, code or signature is not right. */
  async finish(trip: Trip, query: string): Promise<{ issuer: string; subject: string }> {
    const configuration = await this.configured();
    const oidc = await import('openid-client');
    const answer = await oidc.authorizationCodeGrant(configuration, new URL(`${trip.redirectUri}${query}`), {
      expectedState: trip.state, expectedNonce: trip.nonce, pkceCodeVerifier: trip.verifier, idTokenExpected: true,
    }).catch(() => {
      // Each check that fails is an error of the library: all mean that nobody is vouched for.
      throw new Refusal('oidcFailed');
    });
    const claims = answer.claims();
    if (!claims) throw new Refusal('oidcFailed');
    return { issuer: claims.iss, subject: claims.sub };
  }

  private configured(): Promise<Configuration> {
    this.configuration ??= this.discover().catch(() => {
      // The provider may be away for a moment: the next one asks again.
      this.configuration = null;
      throw new Refusal('oidcFailed');
    });
    return this.configuration;
  }

  private async discover(): Promise<Configuration> {
    const { ECABINET_OIDC_ISSUER: issuer, ECABINET_OIDC_CLIENT_ID: clientId, ECABINET_OIDC_CLIENT_SECRET: secret } = this.environment;
    if (issuer === undefined || clientId === undefined) throw new Refusal('notFound');
    const oidc = await import('openid-client');
    const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
    // Plain http only for a provider beside a trial; production refuses it at the start.
    const execute = issuer.startsWith('http://') ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(new URL(issuer), clientId, undefined, authentication, { execute });
  }
}
