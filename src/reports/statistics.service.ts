import { Injectable } from '@nestjs/common';
import { numberAgenda } from '../agenda/domain/agenda.js';
import { Transactor } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import { guestIn, permits } from '../identity/domain/policy.js';
import type { SignedIn } from '../identity/session-reader.js';
import type { Session } from '../sessions/session.entity.js';
import { maySeeItem, SessionsRepository } from '../sessions/sessions.repository.js';
import { attendanceFigures } from './domain/attendance-figures.js';
import { ITEM_FIGURES_SQL, type ItemFigureRow, MEMBER_FIGURES_SQL, type MemberFigureRow, SPEAKER_FIGURES_SQL, type SpeakerFigureRow, VOTE_FIGURES_SQL, type VoteFigureRow } from './statistics-queries.js';
import type { MemberFigureDto, SpeakerFigureDto, StatisticsDto, VoteFigureDto, VoteResultFigureDto } from './statistics.dto.js';

/** What happened in a session, in figures. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly sessions: SessionsRepository,
  ) {}

  /** @throws Refusal sessionNotBegun before the session was opened */
  async read(actor: SignedIn, sessionId: string): Promise<StatisticsDto> {
    return this.transactor.run(async (tx) => {
      const session = await this.sessions.hold(tx, actor, sessionId, 'session.visit');
      if (session.openedAt === null) throw new Refusal('sessionNotBegun');
      const isPart = guestIn(actor, session)?.kind === 'invitee';
      const numbered = numberAgenda(await tx.query<ItemFigureRow>(ITEM_FIGURES_SQL, [sessionId]));
      const items = numbered.filter(({ id }) => maySeeItem(actor, session, id)).map(({ id, number, title, titleEn, kind, outcome, minutes, usedSeconds, turns }) => ({ itemId: id, number, title, titleEn, kind, outcome, minutes, usedSeconds, turns }));
      const speakers = (await tx.query<SpeakerFigureRow>(SPEAKER_FIGURES_SQL, [sessionId])).filter(({ itemId }) => maySeeItem(actor, session, itemId));
      // Members' parts in the whole session, and votes, are not for who is invited to a part of it.
      const members = isPart ? [] : await tx.query<MemberFigureRow>(MEMBER_FIGURES_SQL, [sessionId]);
      const votes = isPart ? [] : await tx.query<VoteFigureRow>(VOTE_FIGURES_SQL, [sessionId]);
      const { title, titleEn, state, openedAt, endedAt } = session;
      const numberOf = new Map(numbered.map(({ id, number }) => [id, number]));
      return {
        sessionId, title, titleEn, state, openedAt: openedAt.toISOString(), endedAt: instant(endedAt), now: (await tx.now()).toISOString(),
        items, attendance: isPart ? null : attendanceFigures(members), members: members.map((row) => toMemberFigure(row)), speakers: bySpeaker(speakers),
        votes: votes.map((row) => toVoteFigure(row, { numberOf, actor, session })),
      };
    });
  }
}

function toMemberFigure({ checkedInAt, leftAt, ...row }: MemberFigureRow): MemberFigureDto {
  return { ...row, checkedInAt: instant(checkedInAt), leftAt: instant(leftAt) };
}

/** The same person on several items is one line. */
function bySpeaker(rows: SpeakerFigureRow[]): SpeakerFigureDto[] {
  const all = new Map<string, SpeakerFigureDto>();
  for (const { name, turns, seconds } of rows) {
    const before = all.get(name) ?? { name, turns: 0, seconds: 0 };
    all.set(name, { name, turns: before.turns + turns, seconds: before.seconds + seconds });
  }
  return [...all.values()];
}

interface Around {
  numberOf: ReadonlyMap<string, string>;
  actor: SignedIn;
  session: Session;
}

function toVoteFigure(row: VoteFigureRow, { numberOf, actor, session }: Around): VoteFigureDto {
  const { id, itemId, itemIds, question, questionEn, kind, state, visibility, rollCall, closedAt, publishedAt } = row;
  const shown = publishedAt !== null || (closedAt !== null && permits(actor, 'motion.readEarly', session.bodyId));
  const itemNumbers = itemIds.map((each) => numberOf.get(each) ?? '').sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
  return { motionId: id, itemId, itemNumbers, question, questionEn, kind, state, visibility, rollCall, closedAt: instant(closedAt), result: shown ? resultOf(row) : null };
}

function resultOf({ decision, options }: VoteFigureRow): VoteResultFigureDto | null {
  if (decision === null) return null;
  const { tally, base, needed, outcome, decidedBy, tie } = decision;
  const got = decision.options?.map(({ id, votes, chosen }) => {
    const option = options?.find((each) => each.id === id);
    return { label: option?.label ?? '', labelEn: option?.labelEn ?? null, votes, chosen };
  });
  return { tally, base, needed, outcome, decidedBy, tie, options: got ?? null };
}

function instant(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
