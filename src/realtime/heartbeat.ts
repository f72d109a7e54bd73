import { Injectable } from '@nestjs/common';
import { Transactor } from '../database/transactor.js';

/** Sessions of people who have a right in a body that is meeting now, or are its guests. */
const KEEP_SQL = `update account_session s set last_seen_at = now()
  where s.id = any($1::uuid[]) and s.last_seen_at < now() - interval '1 minute'
    and exists (select 1 from account_right r join session m on m.body_id = r.body_id and m.state = 'inSession' where r.account_id = s.account_id
      union all select 1 from account_guest g join session m on m.id = g.session_id and m.state = 'inSession' where g.account_id = s.account_id)`;

/**
 * Who listens in a meeting does not touch the screen for long, and must not be signed out in the middle of it: there an open page
 * counts as activity. Nowhere else. (engineering/security.md, sessions and sign-in)
 */
@Injectable()
export class Heartbeat {
  constructor(private readonly transactor: Transactor) {}

  async keepAlive(sessionIds: string[]): Promise<void> {
    if (sessionIds.length > 0) await this.transactor.query(KEEP_SQL, [sessionIds]);
  }
}
