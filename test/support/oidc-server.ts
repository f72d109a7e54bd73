import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

const CLIENT = { client_id: 'ecabinet', client_secret: 'a secret of the test and of nothing else' };

/** A real OpenID Connect provider whose people sign in without being asked: as `subject`. */
export class OidcServer {
  subject = 'nobody';
  private provider: Provider | null = null;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<OidcServer> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new OidcServer(server);
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get settings(): Record<string, string> {
    return { ECABINET_OIDC_ISSUER: this.issuer, ECABINET_OIDC_CLIENT_ID: CLIENT.client_id, ECABINET_OIDC_CLIENT_SECRET: CLIENT.client_secret, ECABINET_OIDC_NAME: 'Cổng định danh' };
  }

  /** Begins to answer, once it is known where people go back to. */
  serve(origin: string): void {
    const provider = new Provider(this.issuer, {
      clients: [{ ...CLIENT, redirect_uris: [`${origin}/api/auth/oidc/callback`], token_endpoint_auth_method: 'client_secret_basic' }],
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: 'same@example.gov' }) }),
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      cookies: { keys: ['a key of the test'] },
      ttl: { AccessToken: 60, IdToken: 60, Session: 60, Grant: 60, Interaction: 60 },
      loadExistingGrant: (context) => grantOf(context),
    });
    this.provider = provider;
    const answer = provider.callback();
    this.server.on('request', (request, response) => void (request.url?.startsWith('/interaction/') ? this.signIn(request, response) : answer(request, response)));
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.provider?.interactionFinished(request, response, { login: { accountId: this.subject } });
  }

  /** Goes the whole way a browser goes, and stops before the last step: the address back at the cabinet. */
  async travel(url: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next = url;
    for (let steps = 0; steps < 10; steps += 1) {
      const response = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
      for (const line of response.headers.getSetCookie()) cookies.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).split(';')[0] ?? '');
      const location = response.headers.get('location');
      if (location === null) throw new Error(`the provider stopped: ${response.status} ${await response.text()}`);
      next = new URL(location, next).href;
      if (!next.startsWith(this.issuer)) return next;
    }
    throw new Error('the provider goes in circles');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}

async function grantOf(context: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']>> {
  const { provider, session, client } = context.oidc;
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: client?.clientId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}
