import { Injectable } from '@nestjs/common';
import type { RuleSetDto } from '../bodies/rule-sets.dto.js';
import { RuleSetsService } from '../bodies/rule-sets.service.js';
import { Transactor } from '../database/transactor.js';
import { memberOf, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { type MotionAct, whyCannotMove } from './domain/motion-states.js';
import { isUndecided } from './motion-content.js';
import type { Motion } from './motion.entity.js';
import { MotionsRepository, type RollRow } from './motions.repository.js';
import type { MotionCanDto, MotionDto, MotionResultDto } from './voting.dto.js';

/** A motion as one person may see it: nobody sees a result before the close. */
@Injectable()
export class MotionReaderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly motions: MotionsRepository,
    private readonly ruleSets: RuleSetsService,
  ) {}

  async read(actor: SignedIn, id: string, permission: 'session.read' | 'session.follow' = 'session.follow'): Promise<MotionDto> {
    return this.transactor.run(async (tx) => {
      const { motion, session } = await this.motions.read(tx, actor, id, permission);
      const roll = await this.motions.roll(tx, id);
      const itemIds = await this.motions.itemsOf(tx, motion);
      return toMotionDto({ motion, session, roll, itemIds, ruleSet: await this.ruleSets.read(tx, motion.ruleSetId), actor });
    });
  }
}

const NO_BALLOT = { choice: null, receipt: null, castAt: null, text: null, selected: null, entered: false };

interface Sources {
  motion: Motion;
  session: Session;
  roll: RollRow[];
  itemIds: string[];
  ruleSet: RuleSetDto;
  actor: SignedIn;
}

function toMotionDto(sources: Sources): MotionDto {
  const { motion, roll, itemIds, ruleSet, actor } = sources;
  const { id, itemId, sessionId, question, questionEn, state, visibility, kind, choices, annulReason, options, most, places, rollCall } = motion;
  const mine = roll.find((row) => row.memberId === memberOf(actor, motion.bodyId));
  const opened = motion.openedAt !== null;
  const voters = roll.map((row) => ({ memberId: row.memberId, name: row.name, nameEn: row.nameEn, title: row.title, titleEn: row.titleEn, hasVoted: row.hasVoted }));
  const { choice, receipt, castAt, text, selected, entered } = mine ?? NO_BALLOT;
  return {
    id, itemId, sessionId, question, questionEn, state, visibility, kind, choices, options, most, places, rollCall, itemIds, ruleSet, annulReason, repeats: motion.repeatsId,
    openedAt: instant(motion.openedAt), closedAt: instant(motion.closedAt), publishedAt: instant(motion.publishedAt),
    rollCount: opened ? roll.length : null,
    progress: opened ? { cast: voters.filter((voter) => voter.hasVoted).length, members: voters } : null,
    myBallot: choice !== null && receipt !== null && castAt !== null ? { choice, text, selected, receipt, at: castAt.toISOString(), entered } : null,
    result: resultOf(sources),
    can: canOf(sources, mine),
  };
}

function resultOf({ motion, roll, ruleSet, actor }: Sources): MotionResultDto | null {
  const shown = motion.publishedAt !== null || (motion.closedAt !== null && permits(actor, 'motion.readEarly', motion.bodyId));
  if (!motion.decision || !shown) return null;
  const ballots = roll.map(({ memberId, name, nameEn, title, titleEn, seatNumber, choice, text, selected, channel }) => ({ memberId, name, nameEn, title, titleEn, seatNumber, choice, text, selected, channel }));
  return { ...motion.decision, options: motion.decision.options ?? null, citation: ruleSet.citation, citationEn: ruleSet.citationEn, ballots };
}

function canOf({ motion, session, actor, ruleSet }: Sources, mine: RollRow | undefined): MotionCanDto {
  const undecided = isUndecided(motion);
  const possible = (act: MotionAct): boolean => whyCannotMove(act, { state: motion.state, undecided }, session.state) === null;
  const runs = permits(actor, 'motion.run', motion.bodyId);
  return {
    edit: permits(actor, 'motion.prepare', motion.bodyId) && possible('edit'),
    open: runs && possible('open'),
    pause: runs && possible('pause'),
    continue: runs && possible('continue'),
    enter: motion.rollCall && permits(actor, 'motion.enter', motion.bodyId) && possible('enter'),
    close: runs && possible('close'),
    publish: runs && possible('publish'),
    annul: runs && possible('annul'),
    repeat: runs && possible('repeat'),
    cast: motion.state === 'open' && mine !== undefined && (mine.choice === null || ruleSet.changeBallot) && permits(actor, 'motion.cast', motion.bodyId),
  };
}

function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
