import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/transactor.js';
import { type OwnerKind, PaperOwners } from '../../papers/paper-owners.js';
import { reviseRequest, reviseSession } from '../calendar/revisions.js';
import type { OccasionKind } from '../domain/occasions.js';
import type { LogRow } from './log-row.js';
import { Notifier } from './notifier.js';
import { askedOf, invitedTo, type Recipient, WAITS_FOR_ANSWER, withAssistants } from './recipients.js';

/** A paper that was out before, in its newest version that is. */
const REPLACED_SQL = `select p.item_id as "itemId", p.request_id as "requestId", i.session_id as "sessionId" from paper p
  join paper_version v on v.paper_id = p.id and v.id = $2 left join agenda_item i on i.id = p.item_id left join session s on s.id = i.session_id left join opinion_request q on q.id = p.request_id
  where p.id = $1 and p.state = 'released' and (s.state in ('sent', 'inSession', 'suspended') or q.state = 'sent')
    and exists (select 1 from paper_version o where o.paper_id = p.id and o.number < v.number and o.released_at < v.released_at)`;

const STATE_OF_SESSION: Partial<Record<OccasionKind, readonly string[]>> = { sessionSent: ['sent'], sessionChanged: ['sent', 'inSession', 'suspended'], sessionCancelled: ['cancelled'], sessionPostponed: ['postponed'] };

/** Makes notifications of a row of the log, for those who may know of it as things stand now. */
@Injectable()
export class OccasionWriter {
  constructor(
    private readonly notifier: Notifier,
    private readonly owners: PaperOwners,
  ) {}

  async write(tx: Tx, kind: OccasionKind, row: LogRow): Promise<void> {
    const { requestId, sessionId, paperId } = row.ids;
    if (paperId !== undefined) return this.ofPaper(tx, kind, row);
    if (requestId !== undefined) return this.ofRequest(tx, kind, { ...row, requestId });
    if (sessionId !== undefined) await this.ofSession(tx, kind, { ...row, sessionId });
  }

  private async ofRequest(tx: Tx, kind: OccasionKind, row: LogRow & { requestId: string }): Promise<void> {
    await reviseRequest(tx, row.requestId);
    const people = await askedOf(tx, row.requestId, WAITS_FOR_ANSWER.includes(kind));
    await this.tell(tx, { kind, row, people, requestId: row.requestId });
  }

  /** What is no longer so is told to nobody: only what a session is now. An edit that touches neither time nor place is none. */
  private async ofSession(tx: Tx, kind: OccasionKind, row: LogRow & { sessionId: string }): Promise<void> {
    const isRevised = await reviseSession(tx, row.sessionId);
    if (kind === 'sessionChanged' && !isRevised) return;
    const [session] = await tx.query<{ state: string; over: boolean }>('select state, ends_at < now() as over from session where id = $1 and sent_at is not null', [row.sessionId]);
    if (!session || session.over || !STATE_OF_SESSION[kind]?.includes(session.state)) return;
    await this.tell(tx, { kind, row, people: await invitedTo(tx, row.sessionId), sessionId: row.sessionId });
  }

  private async ofPaper(tx: Tx, kind: OccasionKind, row: LogRow): Promise<void> {
    const { paperId = '', versionId = '' } = row.ids;
    const { itemId, requestId, sessionId } = row.ids;
    if (kind === 'paperReminded') {
      const people = row.audiences.filter((audience) => audience.startsWith('account:')).map((audience) => ({ accountId: audience.slice('account:'.length), memberId: null }));
      return this.tell(tx, { kind, row, people, paperId, requestId, sessionId });
    }
    const [paper] = await tx.query<{ itemId: string | null; requestId: string | null; sessionId: string | null }>(REPLACED_SQL, [paperId, versionId]);
    if (!paper) return;
    const owner: { kind: OwnerKind; id: string } = paper.itemId === null ? { kind: 'request', id: paper.requestId ?? '' } : { kind: 'item', id: itemId ?? paper.itemId };
    const people = (await this.owners.recipients(tx, owner)).flatMap(({ accountId, isRecused }) => (accountId === null || isRecused ? [] : [{ accountId, memberId: null }]));
    await this.tell(tx, { kind, row, people: await withAssistants(tx, people), paperId, requestId: paper.requestId ?? undefined, sessionId: paper.sessionId ?? undefined });
  }

  /** Who did it knows. */
  private async tell(tx: Tx, news: { kind: OccasionKind; row: LogRow; people: readonly Recipient[]; requestId?: string; sessionId?: string; paperId?: string }): Promise<void> {
    const { kind, row, people, ...of } = news;
    await this.notifier.notify(tx, { kind, key: `log:${row.seq}`, bodyId: row.bodyId, ...of }, people.filter(({ accountId }) => accountId !== row.actorId));
  }
}
