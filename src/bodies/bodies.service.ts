import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal, found } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { administrators, bodyRoom } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import type { BodiesDto, BodyDto, CreateBodyDto, EditBodyDto } from './bodies.dto.js';
import { Body, RuleSetRow } from './body.entity.js';

const BODY_SQL = `select b.id, b.name, b.name_en as "nameEn", b.short_name as "shortName", b.kind, b.rule_set_id as "ruleSetId", b.timezone,
  (select count(*)::int from seat s where s.body_id = b.id) as "seatCount",
  (select count(*)::int from member m where m.body_id = b.id and (now() at time zone b.timezone)::date between m.from_date and coalesce(m.until_date, 'infinity')) as "memberCount"
  from body b`;

/** Bodies: administrators edit them, their people read them. */
@Injectable()
export class BodiesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async list(actor: SignedIn): Promise<BodiesDto> {
    const rows = await this.transactor.query<Omit<BodyDto, 'can'>>(`${BODY_SQL} where b.kind <> 'rehearsal' order by b.position, b.name`);
    const bodies = rows.filter((row) => mayRead(actor, row.id)).map((row) => withCan(row, actor));
    return { bodies, can: { create: actor.administrator } };
  }

  async create(actor: SignedIn, dto: CreateBodyDto): Promise<BodyDto> {
    return this.transactor.run(async (tx) => {
      await this.knowRuleSet(tx, dto.ruleSetId);
      const body = await tx.manager.save(Body, { ...dto });
      await this.tell(tx, actor, body.id);
      return this.read(tx, actor, body.id);
    });
  }

  async edit(actor: SignedIn, id: string, dto: EditBodyDto): Promise<BodyDto> {
    return this.transactor.run(async (tx) => {
      const body = found(await tx.manager.findOneBy(Body, { id }));
      if (dto.ruleSetId) await this.knowRuleSet(tx, dto.ruleSetId);
      const { name = body.name, nameEn = body.nameEn, shortName = body.shortName, ruleSetId = body.ruleSetId } = dto;
      await tx.manager.update(Body, { id }, { name, nameEn, shortName, ruleSetId });
      await this.tell(tx, actor, id);
      return this.read(tx, actor, id);
    });
  }

  private async read(tx: Tx, actor: SignedIn, id: string): Promise<BodyDto> {
    const [row] = await tx.query<Omit<BodyDto, 'can'>>(`${BODY_SQL} where b.id = $1`, [id]);
    return withCan(found(row), actor);
  }

  private async knowRuleSet(tx: Tx, id: string): Promise<void> {
    if (!(await tx.manager.existsBy(RuleSetRow, { id }))) throw new Refusal('unknownRuleSet');
  }

  private tell(tx: Tx, actor: SignedIn, bodyId: string): Promise<void> {
    return this.journal.append(tx, { type: 'body.changed', actorId: actor.accountId, bodyId, audiences: [bodyRoom(bodyId), administrators], ids: { bodyId } });
  }
}

/** Administrators see that a body exists and who sits in it, and nothing of what it does. */
export function mayRead(actor: SignedIn, bodyId: string): boolean {
  return actor.administrator || permits(actor, 'body.read', bodyId);
}

function withCan(row: Omit<BodyDto, 'can'>, actor: SignedIn): BodyDto {
  return { ...row, can: { edit: actor.administrator, importMembers: actor.administrator } };
}
