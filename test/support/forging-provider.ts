import { constants, createHmac, createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** A certificate for localhost that only these tests trust, and its key: no secret of anything. */
export const TLS_CERTIFICATE = path.resolve(import.meta.dirname, '../fixtures/tls/localhost.crt');
const TLS = { cert: readFileSync(TLS_CERTIFICATE), key: readFileSync(TLS_CERTIFICATE.replace(/crt$/, 'key')) };

const CLIENT_ID = 'ecabinet';
const CLIENT_SECRET = 'a secret of the test and of nothing else';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** How a token is written; what is left out is as it should be. */
export interface Forgery {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  /** Signs something else than RS256 by the provider's own key. */
  sign?: (signed: string) => Buffer;
  /** What of the token's answer is not as it should be. */
  answer?: Record<string, unknown>;
}

const rs256 = (key: KeyObject) => (signed: string): Buffer => createSign('RSA-SHA256').update(signed).sign(key);

/** Signatures that must not be believed. */
export const forgedSignatures = {
  none: () => Buffer.alloc(0),
  foreignKey: rs256(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  /** The trick of RFC 8725 2.1: HMAC with what everybody can read. */
  hmacWithPublicKey: (signed: string) => createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' })).update(signed).digest(),
  hmacWithClientSecret: (signed: string) => createHmac('sha256', CLIENT_SECRET).update(signed).digest(),
  ps256: (signed: string) => sign('sha256', Buffer.from(signed), { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  overOtherClaims: () => rs256(privateKey)('e30.e30'),
};

/** A provider of one's own making, which writes ID tokens as wrong as it is told to. */
export class ForgingProvider {
  forgery: Forgery = {};
  /** What the metadata says of itself besides the usual. */
  metadata: Record<string, unknown> = {};
  private nonce = '';
  /** The questions the browser brought, newest last. */
  readonly asked: URLSearchParams[] = [];

  private constructor(private readonly server: Server, private readonly scheme: 'http' | 'https') {
    server.on('request', (request, response) => this.answer(request, response));
  }

  static async open(scheme: 'http' | 'https' = 'http'): Promise<ForgingProvider> {
    const server = scheme === 'https' ? createTlsServer(TLS) : createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new ForgingProvider(server, scheme);
  }

  get issuer(): string {
    return `${this.scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get settings(): Record<string, string> {
    return { ECABINET_OIDC_ISSUER: this.issuer, ECABINET_OIDC_CLIENT_ID: CLIENT_ID, ECABINET_OIDC_CLIENT_SECRET: CLIENT_SECRET, ECABINET_OIDC_NAME: 'Cổng định danh' };
  }

  /** The address back at the cabinet for who goes to `url`. */
  travel(url: string): string {
    const asked = new URL(url).searchParams;
    this.asked.push(asked);
    this.nonce = asked.get('nonce') ?? '';
    return `${asked.get('redirect_uri') ?? ''}?${new URLSearchParams({ code: 'a-code', state: asked.get('state') ?? '', iss: this.issuer }).toString()}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const body = this.bodyFor(request.url ?? '');
    response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private bodyFor(address: string): object | null {
    const { issuer } = this;
    if (address === '/.well-known/openid-configuration') {
      return {
        issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'PS256', 'HS256', 'none'], authorization_response_iss_parameter_supported: true, ...this.metadata,
      };
    }
    if (address === '/jwks') return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig' }] };
    if (address === '/token') return { access_token: 'an access token', token_type: 'Bearer', expires_in: 60, id_token: this.idToken(), ...this.forgery.answer };
    return null;
  }

  private idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: 'RS256', kid: 'key-1', typ: 'JWT', ...this.forgery.header };
    const claims = { iss: this.issuer, aud: CLIENT_ID, sub: 'subject-1', nonce: this.nonce, iat: now, exp: now + 60, auth_time: now, ...this.forgery.claims };
    const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${signed}.${(this.forgery.sign ?? rs256(privateKey))(signed).toString('base64url')}`;
  }
}
