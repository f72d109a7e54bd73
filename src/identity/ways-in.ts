import type { Queryable } from '../database/transactor.js';

/** Whether an account (`a`) has something by which its person can sign in. */
export const HAS_WAY_IN_SQL = `(a.password_hash is not null or exists (select 1 from passkey p where p.account_id = a.id) or exists (select 1 from oidc_identity o where o.account_id = a.id))`;

/** What opens an account. */
export interface WaysIn {
  password: boolean;
  passkeys: number;
  /** An authenticator app's codes, besides the password. */
  codes: boolean;
  oidc: boolean;
  /** A demo's account opens by one click. */
  demo: boolean;
  any: boolean;
}

const WAYS_SQL = `select a.password_hash is not null as password, a.demo, (select count(*)::int from passkey p where p.account_id = a.id) as passkeys,
    exists (select 1 from totp t where t.account_id = a.id and t.confirmed_at is not null) as codes, exists (select 1 from oidc_identity o where o.account_id = a.id) as oidc
  from account a where a.id = $1`;

export async function waysIn(from: Queryable, accountId: string): Promise<WaysIn> {
  const [row] = await from.query<Omit<WaysIn, 'any'>>(WAYS_SQL, [accountId]);
  if (!row) throw new Error('an account that was there is gone');
  return { ...row, any: row.password || row.passkeys > 0 || row.oidc || row.demo };
}
