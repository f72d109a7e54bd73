import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import { Environment } from '../config/environment.js';
import { CHANGED_EVENT, type ChangedMessage, PAGE_EVENT, type PageMessage, SOCKET_PATH } from '../contract/live-events.js';
import { sessionToken } from '../http/cookies.js';
import { addressOf, cameByHttps, isOwnOrigin, originsOf } from '../http/origin.js';
import { headersOver } from '../http/security-headers.js';
import { securityEvent } from '../http/security-log.js';
import { type SignedIn, SessionReader } from '../identity/session-reader.js';
import { type Revocation, SessionRevocations } from '../identity/session-revocations.js';
import type { ShownPage } from '../papers/sharing/shared-pages.js';
import { DisplaysService } from '../sessions/room/displays.service.js';
import { type Delivery, Sequencer } from '../journal/sequencer.js';
import { audiencesOf } from './audiences-of.js';
import { Heartbeat } from './heartbeat.js';
import { displayedSessions, messagesOf } from './messages.js';

/** A person at a browser, or a screen on a wall. */
type SocketState = { sessionId: string; accountId: string } | { displayId: string };

interface Told { [CHANGED_EVENT]: (message: ChangedMessage) => void; [PAGE_EVENT]: (message: PageMessage) => void }

type CabinetServer = Server<Record<string, never>, Told, Record<string, never>, SocketState>;
type CabinetSocket = Socket<Record<string, never>, Told, Record<string, never>, SocketState>;

const LARGEST_MESSAGE = 65_536;

/** Tells who may hear it that something changed. It receives nothing: commands go over HTTP. */
@Injectable()
@WebSocketGateway({ path: SOCKET_PATH, serveClient: false, maxHttpBufferSize: LARGEST_MESSAGE, transports: ['websocket', 'polling'], pingInterval: 20_000, pingTimeout: 15_000 })
export class ChangedGateway implements OnApplicationBootstrap, OnApplicationShutdown {
  @WebSocketServer()
  private readonly server!: CabinetServer;

  private readonly logger = new Logger(ChangedGateway.name);
  private sweep: NodeJS.Timeout | null = null;
  private redis: { destroy(): void } | null = null;

  constructor(
    private readonly sessions: SessionReader,
    private readonly revocations: SessionRevocations,
    private readonly sequencer: Sequencer,
    private readonly heartbeat: Heartbeat,
    private readonly displays: DisplaysService,
    private readonly environment: Environment,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.environment.REDIS_URL) await this.joinRedis(this.environment.REDIS_URL);
    this.guardTheDoor();
    this.server.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        () => next(new Error('notSignedIn')),
      );
    });
    this.sequencer.listen((deliveries) => this.tell(deliveries));
    this.revocations.listen((revocation) => this.revoke(revocation));
    this.displays.onRevoked((id) => this.server.in(`wall:${id}`).disconnectSockets(true));
    this.sweep = setInterval(() => void this.sweepSessions(), this.environment.ECABINET_SWEEP_SECONDS * 1000);
    this.sweep.unref();
  }

  onApplicationShutdown(): void {
    if (this.sweep) clearInterval(this.sweep);
    this.redis?.destroy();
  }

  /** Loaded only where there are several nodes: both cost every start time. */
  private async joinRedis(url: string): Promise<void> {
    const [{ createClient }, { createAdapter }] = await Promise.all([import('redis'), import('@socket.io/redis-streams-adapter')]);
    const client = createClient({ url });
    client.on('error', (error: Error) => this.logger.error(`redis: ${error.message}`));
    await client.connect();
    this.redis = client;
    this.server.adapter(createAdapter(client));
  }

  /** Handshakes pass by Fastify: what its hooks do for all others is done here. CORS does not cover WebSocket: the origin is checked for both transports. */
  private guardTheDoor(): void {
    const origins = originsOf(this.environment.ECABINET_ORIGINS);
    this.server.engine.use((request: IncomingMessage, response: { setHeader(name: string, value: string): unknown }, next: () => void) => {
      for (const [name, value] of Object.entries(headersOver(this.cameByHttps(request)))) response.setHeader(name, value);
      next();
    });
    this.server.engine.opts.allowRequest = (request: IncomingMessage, decide: (refusal: string | null, allowed: boolean) => void): void => {
      const { origin, host } = request.headers;
      const isPlain = this.environment.production && !this.cameByHttps(request);
      const isOwn = origin === undefined || isOwnOrigin(origin, host, origins);
      if (isPlain || !isOwn) securityEvent('origin.refused', { action: 'socket', code: isPlain ? 'httpsNeeded' : 'badOrigin', address: addressOf(request, this.environment.ECABINET_TRUSTED_PROXIES) });
      decide(null, isOwn && !isPlain);
    };
  }

  private cameByHttps(request: IncomingMessage): boolean {
    return cameByHttps(request, this.environment.ECABINET_TRUSTED_PROXIES);
  }

  private async admit(socket: CabinetSocket): Promise<void> {
    const { auth } = socket.handshake;
    if (typeof auth['display'] === 'string') return this.admitDisplay(socket, auth['display']);
    const { headers } = socket.request;
    const token = sessionToken(headers.cookie, this.cameByHttps(socket.request));
    const actor = token === null ? null : await this.sessions.peekToken(token);
    if (!actor) throw new Error('notSignedIn');
    socket.data = { sessionId: actor.sessionId, accountId: actor.accountId };
    await socket.join([...audiencesOf(actor), `session:${actor.sessionId}`, `person:${actor.accountId}`]);
  }

  /** A wall hears that its session is another one now, and nothing else; it reads what it may show by its token. */
  private async admitDisplay(socket: CabinetSocket, token: string): Promise<void> {
    const display = await this.displays.open(token);
    if (!display) throw new Error('notSignedIn');
    socket.data = { displayId: display.id };
    await socket.join([`display:${display.sessionId}`, `wall:${display.id}`]);
  }

  /** Accounts with a socket, on any node. */
  async connected(): Promise<Set<string>> {
    return new Set((await this.server.fetchSockets()).flatMap(({ data }) => ('accountId' in data ? [data.accountId] : [])));
  }

  /** Followers hear of a shared page. */
  tellPage({ audiences, ...message }: ShownPage): void {
    this.server.to(audiences).emit(PAGE_EVENT, message);
  }

  private tell(deliveries: Delivery[]): void {
    for (const message of messagesOf(deliveries)) this.server.to(message.audience).emit(CHANGED_EVENT, message);
    for (const [sessionId, seq] of displayedSessions(deliveries)) this.server.to(`display:${sessionId}`).emit(CHANGED_EVENT, { audience: `display:${sessionId}`, prev: 0, seq, changes: [] });
  }

  private revoke(revocation: Revocation): void {
    const rooms = 'accountId' in revocation ? [`person:${revocation.accountId}`] : revocation.sessionIds.map((id) => `session:${id}`);
    if (rooms.length > 0) this.server.in(rooms).disconnectSockets(true);
  }

  /** Sessions that ended by themselves, and rights that changed without anybody telling. */
  private async sweepSessions(): Promise<void> {
    try {
      const sockets = await this.server.local.fetchSockets();
      if (sockets.length === 0) return;
      const actors = await this.sessions.peek([...new Set(sockets.flatMap(({ data }) => ('sessionId' in data ? [data.sessionId] : [])))]);
      const displays = await this.displays.stillOpen([...new Set(sockets.flatMap(({ data }) => ('displayId' in data ? [data.displayId] : [])))]);
      await this.heartbeat.keepAlive([...actors.keys()]);
      for (const socket of sockets) {
        const actor: SignedIn | undefined = 'sessionId' in socket.data ? actors.get(socket.data.sessionId) : undefined;
        if ('displayId' in socket.data && displays.has(socket.data.displayId)) continue;
        if (!actor) socket.disconnect(true);
        else this.renew(socket, audiencesOf(actor));
      }
    } catch (error) {
      this.logger.error(`the sweep waits: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private renew(socket: { rooms: Set<string>; join(rooms: string[]): void; leave(room: string): void }, wanted: string[]): void {
    const ours = [...socket.rooms].filter((room) => /^(everyone$|administrators$|body:|account:|item:|session:[^:]+:)/.test(room));
    for (const room of ours) if (!wanted.includes(room)) socket.leave(room);
    socket.join(wanted);
  }
}
