import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import { Environment } from '../config/environment.js';
import { CHANGED_EVENT, type ChangedMessage, SOCKET_PATH } from '../contract/live-events.js';
import { sessionToken } from '../http/cookies.js';
import { addressOf, cameByHttps, isOwnOrigin, originsOf } from '../http/origin.js';
import { headersOver } from '../http/security-headers.js';
import { securityEvent } from '../http/security-log.js';
import { type SignedIn, SessionReader } from '../identity/session-reader.js';
import { type Revocation, SessionRevocations } from '../identity/session-revocations.js';
import { type Delivery, Sequencer } from '../journal/sequencer.js';
import { audiencesOf } from './audiences-of.js';
import { Heartbeat } from './heartbeat.js';
import { messagesOf } from './messages.js';

interface SocketState {
  sessionId: string;
  accountId: string;
}

type CabinetServer = Server<Record<string, never>, { [CHANGED_EVENT]: (message: ChangedMessage) => void }, Record<string, never>, SocketState>;
type CabinetSocket = Socket<Record<string, never>, { [CHANGED_EVENT]: (message: ChangedMessage) => void }, Record<string, never>, SocketState>;

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
    const { headers } = socket.request;
    const token = sessionToken(headers.cookie, this.cameByHttps(socket.request));
    const actor = token === null ? null : await this.sessions.peekToken(token);
    if (!actor) throw new Error('notSignedIn');
    socket.data = { sessionId: actor.sessionId, accountId: actor.accountId };
    await socket.join([...audiencesOf(actor), `session:${actor.sessionId}`, `person:${actor.accountId}`]);
  }

  /** Accounts with a socket, on any node. */
  async connected(): Promise<Set<string>> {
    return new Set((await this.server.fetchSockets()).map((socket) => socket.data.accountId));
  }

  private tell(deliveries: Delivery[]): void {
    for (const message of messagesOf(deliveries)) this.server.to(message.audience).emit(CHANGED_EVENT, message);
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
      const actors = await this.sessions.peek([...new Set(sockets.map((socket) => socket.data.sessionId))]);
      await this.heartbeat.keepAlive([...actors.keys()]);
      for (const socket of sockets) {
        const actor: SignedIn | undefined = actors.get(socket.data.sessionId);
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
