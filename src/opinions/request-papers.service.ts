import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../database/transactor.js';
import type { SignedIn } from '../identity/session-reader.js';
import { accountRoom, officeRoom } from '../journal/audiences.js';
import { type NamedRecipient, type PaperOwner, PaperOwners } from '../papers/paper-owners.js';
import { RequestsRepository } from './requests.repository.js';

const RECIPIENTS_SQL = `select 'member' as kind, m.account_id as "accountId", s.number as "seatNumber", m.name, m.name_en as "nameEn", false as "isRecused"
  from opinion_member o join member m on m.id = o.member_id join seat s on s.id = m.seat_id where o.request_id = $1 order by s.number`;

/** Tells papers who may see what lies on a written opinion request. */
@Injectable()
export class RequestPapersService implements OnModuleInit {
  constructor(
    private readonly owners: PaperOwners,
    private readonly requests: RequestsRepository,
  ) {}

  onModuleInit(): void {
    this.owners.register('request', (tx, actor, id, need) => this.load(tx, actor, { id, need }), (tx, id) => tx.query<NamedRecipient>(RECIPIENTS_SQL, [id]));
  }

  private async load(tx: Tx, actor: SignedIn, wanted: { id: string; need: 'read' | 'prepare' }): Promise<PaperOwner> {
    const request = await this.requests.hold(tx, actor, wanted.id, wanted.need === 'read' ? 'opinion.read' : 'opinion.prepare');
    const asked = request.sentAt === null ? [] : await this.requests.asked(tx, request.id);
    const accounts = asked.flatMap((row) => (row.accountId === null ? [] : [accountRoom(row.accountId)]));
    return {
      bodyId: request.bodyId,
      audiences: [officeRoom(request.bodyId), ...accounts],
      ids: { bodyId: request.bodyId, requestId: request.id },
      editable: request.state === 'draft' || request.state === 'returned',
      sent: request.sentAt !== null,
      neededAt: request.dueAt,
      ruleSetId: request.ruleSetId,
      adHoc: false,
    };
  }
}
