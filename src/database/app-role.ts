import type { DataSource } from 'typeorm';

/** What the program runs as where it signs in as somebody who stands above rights on rows. */
const APP_ROLE = 'ecabinet_app';

const ADMITTED_SQL = `do $$
  declare t record;
  begin
    begin
      create role ${APP_ROLE} nologin nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
    for t in select nspname from pg_namespace where nspname in ('public', 'graphile_worker') loop
      execute format('grant usage on schema %I to ${APP_ROLE}', t.nspname);
      execute format('grant select, insert, update, delete on all tables in schema %I to ${APP_ROLE}', t.nspname);
      execute format('grant usage, select on all sequences in schema %I to ${APP_ROLE}', t.nspname);
    end loop;
    for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'graphile_worker' and c.relrowsecurity
        and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = '${APP_ROLE}') loop
      execute format('create policy ${APP_ROLE} on graphile_worker.%I to ${APP_ROLE} using (true) with check (true)', t.relname);
    end loop;
  end $$`;

/**
 * The role the program must take: rights on rows do not bind a superuser, nor who may bypass them. Null where the sign-in itself is
 * bound by them (the owner of the tables is: they are forced). Call it after the migrations, under their lock or alone.
 */
export async function appRoleOf(dataSource: DataSource): Promise<string | null> {
  const [me] = await dataSource.query<{ above: boolean }[]>('select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user');
  if (!me?.above) return null;
  await dataSource.query(ADMITTED_SQL);
  return APP_ROLE;
}
