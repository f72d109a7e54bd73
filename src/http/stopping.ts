import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

/** Between two answers of a browser that keeps its connection, and short beside what an operator waits. */
const LOOK_MS = 50;
/** What a container is given to stop is ten seconds; the database comes after. */
const PATIENCE_MS = 5_000;

/**
 * Connections end with the server. Node closes those that idle as it stops, and waits for every other until it times out: one that was just being answered (72 seconds),
 * one that a browser opened ahead and never used, one whose reader has gone to sleep. Here an answer under way is given whole, and its connection closed after it; what is
 * still there when patience ends is cut.
 */
@Injectable()
export class Stopping implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  /** The sockets' server stops the one for requests, before Fastify hears of it: this comes before both. */
  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    if (!server.listening) return;
    const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.once('close', () => {
      clearInterval(look);
      clearTimeout(cut);
    });
  }
}
