import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { hearOf } from './main-pool.js';

/** Connections of what no person may do by hand: writing ballots. Few, and apart, so that no request ever borrows one. */
@Injectable()
export class SystemPool implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(dataSource: DataSource) {
    const { url, extra } = dataSource.options as { url?: string; extra?: { options?: string } };
    this.pool = hearOf(new pg.Pool({ connectionString: url, max: 2, application_name: 'e-cabinet ballots', keepAlive: true, connectionTimeoutMillis: 10_000, options: `${extra?.options ?? ''} -c app.actor=system`.trim() }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
