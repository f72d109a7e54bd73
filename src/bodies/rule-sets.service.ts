import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { found, refuseIf } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { everyone } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { RuleSetRow } from './body.entity.js';
import type { CreateRuleSetDto, RuleSetDto, RuleSetsDto } from './rule-sets.dto.js';
import { LATER_SETTINGS, type RuleSetSettings, whyCannotRule } from './domain/rule-set.js';

/** Working regulations, shipped and custom. None is ever edited: what was decided under it must stay explainable. */
@Injectable()
export class RuleSetsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async list(actor: SignedIn): Promise<RuleSetsDto> {
    return this.transactor.run(async (tx) => {
      const rows = await tx.manager.find(RuleSetRow, { order: { custom: 'ASC', fromDate: 'DESC', name: 'ASC' } });
      return { ruleSets: rows.map((row) => toRuleSetDto(row)), can: { create: actor.administrator } };
    });
  }

  async create(actor: SignedIn, dto: CreateRuleSetDto): Promise<RuleSetDto> {
    const { name, nameEn, citation, citationEn, from, until, ...numbers } = dto;
    const { stepUp = LATER_SETTINGS.stepUp, consentBySilence = LATER_SETTINGS.consentBySilence, speakingMinutes = LATER_SETTINGS.speakingMinutes, summaryAbovePages = LATER_SETTINGS.summaryAbovePages, summaryAtMostPages = LATER_SETTINGS.summaryAtMostPages } = dto;
    const settings = { ...numbers, stepUp, consentBySilence, speakingMinutes, summaryAbovePages, summaryAtMostPages };
    refuseIf(whyCannotRule(settings));
    return this.transactor.run(async (tx) => {
      const key = `custom-${(await tx.now()).getTime().toString(36)}-${name.length}`;
      const row = await tx.manager.save(RuleSetRow, { key, name, nameEn, citation, citationEn, fromDate: from ?? null, untilDate: until ?? null, custom: true, settings: plain(settings) });
      await this.journal.append(tx, { type: 'ruleSet.added', actorId: actor.accountId, bodyId: null, audiences: [everyone], ids: {}, facts: { ruleSetId: row.id } });
      return toRuleSetDto(row);
    });
  }

  async read(tx: Tx, id: string): Promise<RuleSetDto> {
    return toRuleSetDto(found(await tx.manager.findOneBy(RuleSetRow, { id })));
  }
}

/** DTO instances become plain objects before they are kept. */
function plain(settings: RuleSetSettings): RuleSetSettings {
  return JSON.parse(JSON.stringify(settings)) as RuleSetSettings;
}

function toRuleSetDto(row: RuleSetRow): RuleSetDto {
  const { id, key, name, nameEn, citation, citationEn, custom, settings } = row;
  return { id, key, name, nameEn, citation, citationEn, from: row.fromDate, until: row.untilDate, custom, ...LATER_SETTINGS, ...settings };
}
