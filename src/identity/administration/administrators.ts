import type { Tx } from '../../database/transactor.js';
import { HAS_WAY_IN_SQL } from '../ways-in.js';

const ADMINISTRATORS_LOCK = 7_225_011;

/** An administrator who can sign in. */
export const ABLE_ADMINISTRATOR_SQL = `a.administrator and not a.disabled and (a.demo or ${HAS_WAY_IN_SQL})`;

/** How many administrators can sign in; held, so that two do not remove each other at once. */
export async function countAdministrators(tx: Tx): Promise<number> {
  await tx.query('select pg_advisory_xact_lock($1)', [ADMINISTRATORS_LOCK]);
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from account a where ${ABLE_ADMINISTRATOR_SQL}`);
  return row?.count ?? 0;
}
