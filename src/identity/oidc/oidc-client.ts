import { Injectable } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import { Environment } from '../../config/environment.js';
import { Refusal } from '../../http/refusal.js';
import { securityEvent } from '../../http/security-log.js';
import { isIdTokenType, isStrong, type WantedAssurance } from '../domain/assurance.js';

/** What is remembered between the way to the provider and the way back. */
export interface Trip {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

/** Whom the provider vouches for, and whether by two factors or more. */
export interface Vouched {
  issuer: string;
  subject: string;
  strong: boolean;
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
      code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier), code_challenge_method: 'S256', ...this.demands(),
    });
    return { trip, url: url.href };
  }

  /**
   * Whom the provider vouches for; refuses an answer whose state, nonce or code is not right, and an ID token whose signature, algorithm, type,
   * issuer, audience, times or nonce are not.
   */
  async finish(trip: Trip, query: string): Promise<Vouched> {
    const configuration = await this.configured();
    const oidc = await import('openid-client');
    const answer = await oidc.authorizationCodeGrant(configuration, new URL(`${trip.redirectUri}${query}`), {
      expectedState: trip.state, expectedNonce: trip.nonce, pkceCodeVerifier: trip.verifier, idTokenExpected: true, maxAge: this.environment.ECABINET_OIDC_MAX_AGE,
    // Each check that fails is an error of the library: all mean that nobody is vouched for.
    }).catch((error: unknown) => refuse(reasonOf(error)));
    const claims = answer.claims();
    if (!claims || !isIdTokenType(typeIn(answer.id_token ?? ''))) return refuse('token type');
    return { issuer: claims.iss, subject: claims.sub, strong: isStrong(claims, this.wanted) };
  }

  private get wanted(): WantedAssurance {
    const { ECABINET_OIDC_ACR: acr, ECABINET_OIDC_AMR: amr } = this.environment;
    return { acr: words(acr), amr: words(amr) };
  }

  /** How strong and how fresh the sign-in there is to be. */
  private demands(): Record<string, string> {
    const { acr } = this.wanted;
    const { ECABINET_OIDC_MAX_AGE: maxAge } = this.environment;
    return { ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}), ...(maxAge === undefined ? {} : { max_age: String(maxAge) }) };
  }

  private configured(): Promise<Configuration> {
    this.configuration ??= this.discover().catch((error: unknown) => {
      // The provider may be away for a moment: the next one asks again.
      this.configuration = null;
      return refuse(reasonOf(error));
    });
    return this.configuration;
  }

  private async discover(): Promise<Configuration> {
    const { ECABINET_OIDC_ISSUER: issuer, ECABINET_OIDC_CLIENT_ID: clientId, ECABINET_OIDC_CLIENT_SECRET: secret } = this.environment;
    if (issuer === undefined || clientId === undefined) throw new Refusal('notFound');
    const oidc = await import('openid-client');
    const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
    // Plain http only for a provider beside a trial; production refuses it at the start.
    const insecure = issuer.startsWith('http://') ? [oidc.allowInsecureRequests] : [];
    // The signature is checked although the token comes over TLS, by the keys the issuer publishes, and by no other algorithm than this one.
    const execute = [...insecure, oidc.enableNonRepudiationChecks];
    return oidc.discovery(new URL(issuer), clientId, { id_token_signed_response_alg: this.environment.ECABINET_OIDC_ALGORITHM }, authentication, { execute });
  }
}

const words = (list: string | undefined): string[] => list?.split(',').map((word) => word.trim()) ?? [];

/** The `typ` in the header of a token whose signature was checked. */
function typeIn(token: string): unknown {
  return (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as { typ?: unknown }).typ;
}

/** Why it failed, in the library's own fixed words; nothing of what came from outside. */
function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : 'unreachable';
}

function refuse(reason: string): never {
  securityEvent('signIn.failed', { way: 'oidc', accountId: 'unknown', reason });
  throw new Refusal('oidcFailed');
}
