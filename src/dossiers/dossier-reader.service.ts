import { Injectable } from '@nestjs/common';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import { isAgendaEditable } from '../sessions/domain/session-states.js';
import { Session } from '../sessions/session.entity.js';
import { WordConverter } from '../papers/conversion/word-converter.js';
import { PaperReaderService } from '../papers/paper-reader.service.js';
import type { PaperBriefDto } from '../papers/papers.dto.js';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { type DossierAct, actOn, type DossierFinding, type DossierState, findingsOf, isDossierEditable } from './domain/dossier.js';
import { DossiersRepository, type HeldDossier, isOnlySponsor } from './dossiers.repository.js';
import type { DossierBriefDto, DossierCanDto, DossierDto, DossierRuleDto, DossiersDto } from './dossiers.dto.js';

interface DossierRow extends Omit<DossierBriefDto, 'createdAt' | 'submittedAt' | 'decidedAt'> {
  createdAt: Date;
  submittedAt: Date | null;
  decidedAt: Date | null;
}

/** $1 body, $2 the sponsor's organisation, $3 whether the office asks. Rights on rows say it again. */
const DOSSIERS_SQL = `select d.id, d.body_id as "bodyId", d.organisation, d.title, d.title_en as "titleEn", d.kind, d.summary, d.wished_on::text as "wishedOn", d.state, d.return_reason as "returnReason",
    d.created_at as "createdAt", d.submitted_at as "submittedAt", d.decided_at as "decidedAt", f.papers, f.pages
  from dossier d join lateral (select count(*)::int as papers, coalesce(sum(v.pages), 0)::int as pages from paper p
    join lateral (select c.pages from paper_version c where c.paper_id = p.id order by c.number desc limit 1) v on true where p.dossier_id = d.id) f on true
  where d.body_id = $1 and (d.organisation = $2 or ($3::boolean and d.submitted_at is not null))`;
const MOST = 500;

const RULE_SET_SQL = 'select rule_set_id as "ruleSetId" from body where id = $1';

/** Dossiers as those may see them who submit and who clear them. */
@Injectable()
export class DossierReaderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly dossiers: DossiersRepository,
    private readonly papers: PaperReaderService,
    private readonly ruleSets: RuleSetsService,
    private readonly converter: WordConverter,
  ) {}

  /** Newest first: those that wait for something before the others. */
  async list(actor: SignedIn, bodyId: string): Promise<DossiersDto> {
    if (!permits(actor, 'dossier.read', bodyId)) throw new Refusal(permits(actor, 'body.read', bodyId) ? 'notAllowed' : 'notFound');
    return this.transactor.run(async (tx) => {
      const organisation = await this.dossiers.organisationOf(tx, actor, bodyId);
      const rows = await tx.query<DossierRow>(`${DOSSIERS_SQL} order by d.state in ('placed', 'withdrawn'), coalesce(d.submitted_at, d.created_at) desc, d.id limit ${MOST}`, [bodyId, organisation, !isOnlySponsor(actor, bodyId)]);
      return { dossiers: rows.map(toBrief), organisation };
    });
  }

  async read(actor: SignedIn, id: string): Promise<DossierDto> {
    return this.transactor.run((tx) => this.readIn(tx, actor, id));
  }

  async readIn(tx: Tx, actor: SignedIn, id: string): Promise<DossierDto> {
    const held = await this.dossiers.load(tx, actor, id);
    const { dossier, isOffice } = held;
    const [row] = await tx.query<DossierRow>(`${DOSSIERS_SQL} and d.id = $4`, [dossier.bodyId, dossier.organisation, false, id]);
    if (!row) throw new Refusal('notFound');
    const files = (await this.papers.briefsOf(tx, actor, { kind: 'dossier', ids: [id] })).get(id) ?? [];
    const rule = await this.ruleOf(tx, dossier.bodyId);
    const session = await sessionOf(tx, dossier.itemId);
    const itemId = isOffice ? dossier.itemId : null;
    return { ...toBrief(row), itemId, sessionId: itemId === null ? null : (session?.id ?? null), files, findings: findings(files, rule), rule, takesWord: this.converter.isThere, can: canOf(actor, held, session) };
  }

  async findings(tx: Tx, actor: SignedIn, dossier: { id: string; bodyId: string }): Promise<DossierFinding[]> {
    const files = (await this.papers.briefsOf(tx, actor, { kind: 'dossier', ids: [dossier.id] })).get(dossier.id) ?? [];
    return findings(files, await this.ruleOf(tx, dossier.bodyId));
  }

  /** A dossier comes under the rules that new sessions of its body are opened under. */
  private async ruleOf(tx: Tx, bodyId: string): Promise<DossierRuleDto> {
    const [body] = await tx.query<{ ruleSetId: string }>(RULE_SET_SQL, [bodyId]);
    const { summaryAbovePages, summaryAtMostPages, citation, citationEn } = await this.ruleSets.read(tx, body?.ruleSetId ?? '');
    return { summaryAbovePages, summaryAtMostPages, citation, citationEn };
  }
}

function findings(files: readonly PaperBriefDto[], rule: DossierRuleDto): DossierFinding[] {
  return findingsOf(files.map(({ id, part, current: { pages, needsPassword, hasText, original } }) => ({ id, part, pages, needsPassword, hasText, warnings: original?.warnings ?? [] })), rule);
}

async function sessionOf(tx: Tx, itemId: string | null): Promise<Session | null> {
  if (itemId === null) return null;
  const item = await tx.manager.findOneBy(AgendaItem, { id: itemId });
  return item && tx.manager.findOneBy(Session, { id: item.sessionId });
}

function toBrief({ createdAt, submittedAt, decidedAt, ...row }: DossierRow): DossierBriefDto {
  return { ...row, createdAt: createdAt.toISOString(), submittedAt: submittedAt?.toISOString() ?? null, decidedAt: decidedAt?.toISOString() ?? null };
}

function canOf(actor: SignedIn, { dossier, isSponsor, isOffice }: HeldDossier, session: Session | null): DossierCanDto {
  const may = (act: DossierAct, state: DossierState): boolean => !('refusal' in actOn(state, act, '-'));
  const clears = isOffice && permits(actor, 'dossier.clear', dossier.bodyId);
  const { state } = dossier;
  return {
    edit: isSponsor && isDossierEditable(state), supplement: isSponsor && state === 'placed' && session !== null && isAgendaEditable(session.state),
    submit: isSponsor && may('submit', state), withdraw: isSponsor && may('withdraw', state),
    return: clears && may('return', state), check: clears && may('check', state), place: clears && permits(actor, 'agenda.prepare', dossier.bodyId) && may('place', state),
  };
}
