import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { actorNow, SYSTEM } from './acting.js';

/** Whatever answers SQL: a transaction, or the pool for reads of their own. */
export interface Queryable {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** A running transaction: the first, required parameter of every write. */
export class Tx implements Queryable {
  private readonly afterwards: (() => void)[] = [];

  constructor(readonly manager: EntityManager) {}

  /** Plain SQL inside the transaction. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.manager.query(sql, parameters));
  }

  /** A long statement that is asked often: parsed and planned once for each connection, whatever its parameters are. @param statement each text has a name of its own */
  async prepared<Row>(statement: { name: string; text: string }, values: unknown[]): Promise<Row[]> {
    await this.query(PLANNED_ONCE_SQL);
    const client = (await this.manager.queryRunner?.connect()) as PoolClient;
    return (await client.query<Row & QueryResultRow>({ ...statement, values })).rows;
  }

  /** What the system does within an act of a person, such as counting ballots the person may not see. */
  async asSystem<T>(work: () => Promise<T>): Promise<T> {
    const before = actorNow();
    await this.query(ACTING_SQL, [SYSTEM]);
    const result = await work();
    await this.query(ACTING_SQL, [before]);
    return result;
  }

  /** The database's clock: when this transaction began. */
  async now(): Promise<Date> {
    const [row] = await this.query<{ now: Date }>('select now() as now');
    if (!row) throw new Error('the database has no clock');
    return row.now;
  }

  /** Runs once the transaction is committed; never after a rollback. */
  afterCommit(act: () => void): void {
    this.afterwards.push(act);
  }

  settle(): void {
    for (const act of this.afterwards) act();
  }
}

/** TypeORM gives rows for select, `[rows, count]` for update and delete. */
function rowsOf<Row>(answer: unknown): Row[] {
  if (!Array.isArray(answer)) return [];
  if (answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number') return answer[0] as Row[];
  return answer as Row[];
}

/** Rights on rows ask who acts; it ends with the transaction. */
const ACTING_SQL = `select set_config('app.actor', $1, true)`;
const PLANNED_ONCE_SQL = 'set local plan_cache_mode = force_generic_plan';

const SERIALISATION_FAILURE = '40001';
const DEADLOCK = '40P01';

@Injectable()
export class Transactor implements Queryable {
  constructor(private readonly dataSource: DataSource) {}

  /** One use case, one transaction. A deadlock is tried again twice, since nothing was written. */
  async run<T>(work: (tx: Tx) => Promise<T>, triesLeft = 2): Promise<T> {
    try {
      let finished: Tx | undefined;
      const answer = await this.dataSource.transaction(async (manager) => {
        const tx = new Tx(manager);
        await tx.query(ACTING_SQL, [actorNow()]);
        const result = await work(tx);
        finished = tx;
        return result;
      });
      finished?.settle();
      return answer;
    } catch (error) {
      if (triesLeft > 0 && isTransient(error)) return this.run(work, triesLeft - 1);
      throw error;
    }
  }

  /** Many reads of one moment, of all rows: the caller has made sure of the right to each. */
  async snapshot<T>(work: (from: Queryable) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const tx = new Tx(manager);
      await tx.query(ACTING_SQL, [SYSTEM]);
      return work(tx);
    });
  }

  /** A read of rows that only some may see. */
  async read<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.run((tx) => tx.query<Row>(sql, parameters));
  }

  /** A read that needs no transaction of its own, of rows that have no rights. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.dataSource.query(sql, parameters));
  }
}

function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code === SERIALISATION_FAILURE || code === DEADLOCK;
}

/** SQLSTATE of a database error, else `undefined`. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const driver = 'driverError' in error ? error.driverError : error;
  return typeof driver === 'object' && driver !== null && 'code' in driver && typeof driver.code === 'string' ? driver.code : undefined;
}

/** Whether the database refused a second row with the same key. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === '23505';
}
