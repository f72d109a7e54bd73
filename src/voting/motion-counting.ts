import { Injectable } from '@nestjs/common';
import { type Decision, decide, tallyOf } from '../bodies/domain/decision.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import type { Tx } from '../database/transactor.js';
import { decideOptions } from './domain/options.js';
import type { Motion } from './motion.entity.js';
import { MotionsRepository } from './motions.repository.js';

/** What a count found. */
interface Count {
  decision: Decision;
  cast: number;
  roll: number;
  present: number;
}

/** Counts the ballots of a motion, which is held, by its rule set. */
@Injectable()
export class MotionCounting {
  constructor(
    private readonly motions: MotionsRepository,
    private readonly ruleSets: RuleSetsService,
  ) {}

  async count(tx: Tx, motion: Motion): Promise<Count> {
    const rows = await tx.asSystem(() => this.motions.roll(tx, motion.id));
    const rule = await this.ruleSets.read(tx, motion.ruleSetId);
    const choices = rows.flatMap((row) => (row.choice === null ? [] : [row.choice]));
    const present = rows.filter((row) => row.present || row.choice !== null).length;
    const tally = tallyOf(choices, rows.length, motion.recused);
    const facts = { cast: choices.length, roll: rows.length, present };
    if (motion.options === null) return { ...facts, decision: decide(tally, present, rule, rows.find((row) => row.isChair)?.choice ?? null) };
    const chosen = decideOptions(rows.map((row) => row.selected ?? []), { options: motion.options, places: motion.places ?? 1, tally, present }, rule);
    return { ...facts, decision: { tally, members: rows.length + motion.recused, present, ...chosen } };
  }
}
