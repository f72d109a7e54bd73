import type pg from 'pg';

/** A table and the order of its columns. */
export interface Table {
  schema: string;
  name: string;
  columns: string;
}

/**
 * What is not kept: sign-ins under way and open sessions (somebody signed out since must stay signed out; everybody signs in again), one-time
 * links (one used since must not open a second time), and what the migrations write themselves.
 */
const LEFT_OUT = [
  'public.migrations', 'graphile_worker.migrations', 'public.account_session', 'public.passkey_challenge', 'public.pending_sign_in', 'public.oidc_attempt', 'public.setup_link', 'public.step_up_statement',
];

const TABLES_SQL = `select n.nspname as schema, c.relname as name, string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and not (n.nspname || '.' || c.relname = any($1)) group by 1, 2 order by 1, 2`;

export async function tablesOf(client: pg.Client): Promise<Table[]> {
  return (await client.query<Table>(TABLES_SQL, [LEFT_OUT])).rows;
}

export async function migrationsOf(client: pg.Client): Promise<{ migrations: string[]; queue: number }> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  const { rows: [queue] } = await client.query<{ id: number }>('select coalesce(max(id), 0)::int as id from graphile_worker.migrations');
  return { migrations: rows.map(({ name }) => name), queue: queue?.id ?? 0 };
}

/** One spelling of every value, whatever the server is set to. */
export const SPELLING = `set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC'; set bytea_output to 'hex'; set extra_float_digits to 1`;

export const quoted = ({ schema, name }: { schema: string; name: string }): string => [schema, name].map((word) => `"${word.replaceAll('"', '""')}"`).join('.');

const COLUMNS_SQL = `select array_agg(quote_ident(attname)::text order by attnum) as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

/** Columns that are written; the others are computed from them. */
export async function writtenColumnsOf(client: pg.Client, table: Table): Promise<string[]> {
  const { rows: [found] } = await client.query<{ columns: string[] }>(COLUMNS_SQL, [quoted(table)]);
  return found?.columns ?? [];
}
