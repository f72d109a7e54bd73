import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import { administrators } from '../../journal/audiences.js';
import { Journal } from '../../journal/journal.js';
import { SetupLinksService } from '../sign-in/setup-links.service.js';
import { ABLE_ADMINISTRATOR_SQL } from './administrators.js';

/** Name the first administrator signs in with. */
export const FIRST_ADMINISTRATOR = 'quan-tri';

/** An installation in which nobody can administer yet invites its first administrator by a one-time link. */
@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: SetupLinksService,
    private readonly journal: Journal,
  ) {}

  /** The link's path for a new password, or null when somebody can administer already. */
  async invite(): Promise<string | null> {
    return this.transactor.run(async (tx) => {
      await tx.query('lock table account in share row exclusive mode');
      const [able] = await tx.query(`select 1 from account a where ${ABLE_ADMINISTRATOR_SQL} limit 1`);
      if (able) return null;
      const [account] = await tx.query<{ id: string }>(
        `insert into account (username, name, name_en, administrator) values ($1, 'Quản trị hệ thống', 'System administrator', true)
         on conflict (username) do update set administrator = true, disabled = false returning id`,
        [FIRST_ADMINISTRATOR],
      );
      if (!account) throw new Error('the first administrator could not be written');
      await this.journal.append(tx, { type: 'identity.changed', actorId: null, bodyId: null, audiences: [administrators], ids: { accountId: account.id }, facts: { firstAdministrator: true } });
      return this.links.make(tx, account.id, { kind: 'invitation', actorId: null });
    });
  }
}
