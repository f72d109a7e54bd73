import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** Connections of what no person may do by hand: writing ballots. Few, and apart, so that no request ever borrows one. */
@Injectable()
export class SystemPool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(dataSource: DataSource) {
    const { url, extra } = dataSource.options as { url?: string; extra?: { options?: string } };
    this.pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'e-cabinet ballots', keepAlive: true, connectionTimeoutMillis: 10_000, options: `${extra?.options ?? ''} -c app.actor=system`.trim() });
    // A connection that ends while nobody uses it is replaced at the next use; who uses one hears of it there. It says so by itself as well, and Node ends where nobody listens.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => void client.on('error', () => undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
