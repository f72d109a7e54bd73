import { Injectable } from '@nestjs/common';
import { type ConsentFacts, type OffReason, whyOffConsentList } from '../agenda/domain/consent.js';
import { numberAgenda, type Placed } from '../agenda/domain/agenda.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { MotionOpeningService } from './motion-opening.service.js';
import { Motion } from './motion.entity.js';
import { MotionsService } from './motions.service.js';
import type { AdoptListDto, ConsentListDto } from './meeting-votes.dto.js';

interface Row extends Placed, Omit<ConsentFacts, 'pulled'> {
  pulledBy: string | null;
  pulledByName: string | null;
  pulledByNameEn: string | null;
}

const FACTS_SQL = `select i.id, i.parent_id as "parentId", i."order", i.kind, i.outcome, (select count(*)::int from attendance a where a.session_id = i.session_id) as members,
    count(p.*) filter (where p.stand = 'noObjection')::int as "noObjection", count(p.*) filter (where p.stand = 'objection')::int as objection, count(p.*) filter (where p.stand = 'wishToSpeak')::int as "wishToSpeak",
    (select count(*)::int from comment c where c.item_id = i.id and c.parent_id is null and c.weight = 'blocking') as conditions,
    (select count(*)::int from recusal x where x.item_id = i.id) as recused,
    exists (select 1 from motion m where m.item_id = i.id and m.kind <> 'consentList' and m.state in ('open', 'paused', 'closed', 'published')) as voted,
    u.member_id as "pulledBy", um.name as "pulledByName", um.name_en as "pulledByNameEn"
  from agenda_item i left join position p on p.item_id = i.id left join consent_pull u on u.item_id = i.id left join member um on um.id = u.member_id
  where i.session_id = $1 group by i.id, u.member_id, um.name, um.name_en`;

const MOTION_SQL = `select id from motion where session_id = $1 and kind = 'consentList' and state in ('open', 'paused', 'closed', 'published') order by opened_at desc limit 1`;

/** The list that forms itself from positions and comments, and is adopted with one vote. */
@Injectable()
export class ConsentListService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
    private readonly ruleSets: RuleSetsService,
    private readonly motions: MotionsService,
    private readonly opening: MotionOpeningService,
    private readonly agenda: AgendaRepository,
  ) {}

  async read(actor: SignedIn, sessionId: string): Promise<ConsentListDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.read');
      const { consentBySilence, citation, citationEn } = await this.ruleSets.read(tx, session.ruleSetId);
      const [motion] = await tx.query<{ id: string }>(MOTION_SQL, [sessionId]);
      const items = await this.itemsOf(tx, sessionId, consentBySilence);
      const memberId = memberOf(actor, session.bodyId);
      const isOpen = motion === undefined && ['sent', 'inSession', 'suspended'].includes(session.state);
      const mayPull = isOpen && memberId !== null && permits(actor, 'agenda.takePosition', session.bodyId);
      return {
        bySilence: consentBySilence, citation, citationEn, motionId: motion?.id ?? null,
        items: items.map(({ row, off }) => ({
          itemId: row.id, off, pulledBy: row.pulledBy === null ? null : { memberId: row.pulledBy, name: row.pulledByName ?? '', nameEn: row.pulledByNameEn },
          can: { pull: mayPull && off === null, restore: mayPull && row.pulledBy === memberId },
        })),
        can: { adopt: motion === undefined && session.state === 'inSession' && permits(actor, 'motion.run', session.bodyId) && items.some(({ off }) => off === null) },
      };
    });
  }

  /** Whether there is a list to adopt: not voted on yet, and not empty. */
  async isWaiting(tx: Tx, session: Pick<Session, 'id' | 'state'>, bySilence: boolean): Promise<boolean> {
    if (session.state !== 'inSession' || (await tx.query(MOTION_SQL, [session.id])).length > 0) return false;
    return (await this.itemsOf(tx, session.id, bySilence)).some(({ off }) => off === null);
  }

  /** Opens the vote on the list as the chair saw it; refuses when a member pulled an item off meanwhile. */
  async adopt(actor: SignedIn, sessionId: string, dto: AdoptListDto): Promise<string> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.lock(tx, actor, sessionId, 'motion.run');
      if (session.state !== 'inSession') throw new Refusal('sessionNotRunning');
      if ((await tx.query(MOTION_SQL, [sessionId])).length > 0) throw new Refusal('motionStateForbids', { state: 'open' });
      const { consentBySilence } = await this.ruleSets.read(tx, session.ruleSetId);
      const itemIds = (await this.itemsOf(tx, sessionId, consentBySilence)).filter(({ off }) => off === null).map(({ row }) => row.id);
      const [itemId] = itemIds;
      if (itemId === undefined) throw new Refusal('consentListEmpty');
      if (itemIds.length !== dto.itemIds.length || !itemIds.every((id) => dto.itemIds.includes(id))) throw new Refusal('consentListChanged');
      const { question, questionEn = null } = dto;
      const motionId = await this.motions.insert(tx, actor, { session, itemId, question, questionEn, kind: 'consentList', itemIds });
      const motion = await tx.manager.findOneByOrFail(Motion, { id: motionId });
      await this.agenda.tell(tx, actor, { session, type: 'motion.opened', ids: { itemId, motionId }, ...(await this.opening.open(tx, motion)) });
      return motionId;
    });
  }

  /** Items in the order of the agenda, each with why it is off the list. */
  private async itemsOf(tx: Tx, sessionId: string, bySilence: boolean): Promise<{ row: Row; off: OffReason | null }[]> {
    const rows = await tx.query<Row>(FACTS_SQL, [sessionId]);
    return numberAgenda(rows).map((row) => ({ row, off: whyOffConsentList({ ...row, pulled: row.pulledBy !== null }, bySilence) }));
  }
}
