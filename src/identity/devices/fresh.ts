import type { Tx } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import { HAS_SECOND_THING_SQL, type SignedIn } from '../session-reader.js';

const FRESH_SQL = `select s.authenticated_at > now() - interval '10 minutes' as fresh, s.restricted and ${HAS_SECOND_THING_SQL} as "mustConfirm" from account_session s where s.id = $1`;

/**
 * Refuses who has not shown within ten minutes who they are: a session left open must not enrol a way in. Nor may who knows the
 * password of an account that has a second factor add one of their own.
 */
export async function demandFresh(tx: Tx, actor: SignedIn): Promise<void> {
  const [session] = await tx.query<{ fresh: boolean; mustConfirm: boolean }>(FRESH_SQL, [actor.sessionId]);
  if (session?.mustConfirm) throw new Refusal('confirmFirst');
  if (!session?.fresh) throw new Refusal('freshSignInNeeded');
}
