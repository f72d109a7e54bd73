import { Injectable } from '@nestjs/common';
import { Member } from '../bodies/body.entity.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { found } from '../http/refusal.js';
import { demand, demandMember } from '../identity/demand.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { AssistantDto } from './assistants.dto.js';
import { MemberAssistant } from './cycle.entity.js';

const LIST_SQL = `select a.id as "accountId", a.name, a.name_en as "nameEn", x.member_id as "memberId"
  from account_right r join account a on a.id = r.account_id and not a.disabled left join member_assistant x on x.account_id = a.id and x.body_id = r.body_id
  where r.body_id = $1 and r.roles && array['assistant'] order by a.name, a.id`;

/** Who prepares drafts for which member: the member chooses, or an administrator assigns. The role itself is given with the account. */
@Injectable()
export class AssistantsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  /** All of the body, for an administrator. */
  async all(actor: SignedIn, bodyId: string): Promise<AssistantDto[]> {
    demand(actor, 'body.administer', bodyId);
    return this.transactor.query<AssistantDto>(LIST_SQL, [bodyId]);
  }

  /** A member's own, and those that assist nobody. */
  async mine(actor: SignedIn, bodyId: string): Promise<AssistantDto[]> {
    const memberId = demandMember(actor, 'opinion.reply', bodyId);
    const all = await this.transactor.query<AssistantDto>(LIST_SQL, [bodyId]);
    return all.filter((each) => each.memberId === null || each.memberId === memberId);
  }

  async choose(actor: SignedIn, bodyId: string, accountIds: readonly string[]): Promise<void> {
    const memberId = demandMember(actor, 'opinion.reply', bodyId);
    await this.transactor.run(async (tx) => {
      const known = await this.lockAll(tx, bodyId);
      const mine = known.filter((each) => each.memberId === memberId).map((each) => each.accountId);
      for (const accountId of accountIds) found(known.find((each) => each.accountId === accountId && (each.memberId === null || each.memberId === memberId)));
      for (const accountId of accountIds.filter((each) => !mine.includes(each))) await this.put(tx, actor, { bodyId, accountId, memberId });
      for (const accountId of mine.filter((each) => !accountIds.includes(each))) await this.put(tx, actor, { bodyId, accountId, memberId: null });
    });
  }

  async assign(actor: SignedIn, bodyId: string, of: { accountId: string; memberId: string | null }): Promise<void> {
    demand(actor, 'body.administer', bodyId);
    await this.transactor.run(async (tx) => {
      found((await this.lockAll(tx, bodyId)).find((each) => each.accountId === of.accountId));
      if (of.memberId !== null) found(await tx.manager.findOneBy(Member, { id: of.memberId, bodyId }));
      await this.put(tx, actor, { bodyId, ...of });
    });
  }

  private async lockAll(tx: Tx, bodyId: string): Promise<AssistantDto[]> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 35))', [bodyId]);
    return tx.query<AssistantDto>(LIST_SQL, [bodyId]);
  }

  private async put(tx: Tx, actor: SignedIn, of: { bodyId: string; accountId: string; memberId: string | null }): Promise<void> {
    const { bodyId, accountId, memberId } = of;
    const before = await tx.manager.findOneBy(MemberAssistant, { bodyId, accountId });
    if (memberId === null) await tx.manager.delete(MemberAssistant, { bodyId, accountId });
    else await tx.manager.upsert(MemberAssistant, { bodyId, accountId, memberId, assignedBy: actor.accountId }, ['bodyId', 'accountId']);
    const members = await tx.query<{ accountId: string }>('select account_id as "accountId" from member where id = any($1::uuid[]) and account_id is not null', [[before?.memberId, memberId].filter((each) => each != null)]);
    const audiences = [accountId, ...members.map((member) => member.accountId)].map((id) => accountRoom(id));
    const named = memberId ?? before?.memberId;
    await this.journal.append(tx, { type: 'body.changed', actorId: actor.accountId, bodyId, audiences, ids: { bodyId, accountId, ...(named === undefined ? {} : { memberId: named }) }, facts: { act: memberId === null ? 'endAssistant' : 'assistant' } });
  }
}
