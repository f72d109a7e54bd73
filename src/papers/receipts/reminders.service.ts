import { Injectable } from '@nestjs/common';
import { Transactor } from '../../database/transactor.js';
import { Refusal } from '../../http/refusal.js';
import type { SignedIn } from '../../identity/session-reader.js';
import { accountRoom, officeRoom } from '../../journal/audiences.js';
import { type Opened, receiptsOf } from '../domain/receipts.js';
import { PaperOwners } from '../paper-owners.js';
import { PapersRepository } from '../papers.repository.js';
import { OPENINGS_SQL } from './receipts.service.js';

const CURRENT_SQL = 'select id, number from paper_version where paper_id = $1 and released_at is not null order by number desc limit 1';
const REMIND_SQL = `insert into paper_reminder (version_id, account_id, at, reminded_by) select $1, account_id, now(), $3 from unnest($2::uuid[]) account_id
  on conflict (version_id, account_id) do update set at = excluded.at, reminded_by = excluded.reminded_by`;

/** Asks those who have not opened the current version of a paper to do so: it stands on their desk until they have. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly transactor: Transactor,
    private readonly papers: PapersRepository,
    private readonly owners: PaperOwners,
  ) {}

  /** @returns how many were reminded @throws Refusal paperStateForbids: it is not out */
  async remind(actor: SignedIn, paperId: string): Promise<number> {
    return this.transactor.run(async (tx) => {
      const { paper, owner, of } = await this.papers.prepared(tx, actor, paperId);
      const [current] = await tx.query<{ id: string; number: number }>(CURRENT_SQL, [paperId]);
      if (!current || paper.state !== 'released' || !owner.sent) throw new Refusal('paperStateForbids', { state: paper.state });
      const receipts = receiptsOf(await this.owners.recipients(tx, of), await tx.query<Opened>(OPENINGS_SQL, [paperId]), current.number);
      const late = receipts.flatMap(({ state, accountId }) => (accountId !== null && (state === 'delivered' || state === 'old') ? [accountId] : []));
      if (late.length === 0) return 0;
      await tx.query(REMIND_SQL, [current.id, late, actor.accountId]);
      const news = { ...owner, audiences: [officeRoom(owner.bodyId), ...late.map(accountRoom)] };
      await this.papers.tell(tx, actor, { owner: news, type: 'paper.reminded', ids: { paperId, versionId: current.id }, facts: { people: late.length } });
      return late.length;
    });
  }
}
