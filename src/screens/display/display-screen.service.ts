import { Injectable } from '@nestjs/common';
import { numberAgenda } from '../../agenda/domain/agenda.js';
import { queueOf } from '../../agenda/domain/speakers.js';
import { hasQuorum, neededFor } from '../../bodies/domain/rule-set.js';
import { SeatPlansService } from '../../bodies/seat-plan/seat-plans.service.js';
import { Transactor, type Tx } from '../../database/transactor.js';
import { Refusal, found } from '../../http/refusal.js';
import { CheckInCodes } from '../../sessions/check-in/check-in-codes.js';
import { takesAttendance } from '../../sessions/domain/session-states.js';
import { DisplaysService } from '../../sessions/room/displays.service.js';
import type { DisplayDto, DisplayItemDto, DisplayPlaceDto, DisplayResultDto, DisplaySiteDto, DisplaySpeakerDto, DisplayVoteDto } from './display.dto.js';
import { WALL_ATTENDANCE_SQL, WALL_BOARD_SQL, WALL_ITEMS_SQL, WALL_MOTION_SQL, WALL_SESSION_SQL, WALL_SITE_SQL, WALL_TURNS_SQL, type WallAttendanceRow, type WallBallotRow, type WallItemRow, type WallMotionRow, type WallSessionRow, type WallSiteRow, type WallTurnRow } from './display-queries.js';

/** Names of who speaks next. */
const NEXT_SHOWN = 3;

/** A session as a wall shows it. Nobody is signed in: what is selected is all there is. */
@Injectable()
export class DisplayScreenService {
  constructor(
    private readonly transactor: Transactor,
    private readonly displays: DisplaysService,
    private readonly plans: SeatPlansService,
    private readonly codes: CheckInCodes,
  ) {}

  async read(token: string): Promise<DisplayDto> {
    const display = await this.displays.open(token);
    if (!display) throw new Refusal('displayGone');
    return this.transactor.run(async (tx) => {
      const session = found((await tx.query<WallSessionRow>(WALL_SESSION_SQL, [display.sessionId]))[0]);
      const items = numberAgenda(await tx.query<WallItemRow>(WALL_ITEMS_SQL, [display.sessionId]));
      const turns = await tx.query<WallTurnRow>(WALL_TURNS_SQL, [display.sessionId, session.currentItemId]);
      const item = items.find(({ id }) => id === session.currentItemId);
      const speaker = turns.find(({ state }) => state === 'speaking');
      const waiting = queueOf(turns.filter(({ state }) => state === 'waiting'));
      const { now, startsAt, settings, members, present, currentItemId: _current, bodyId, ...told } = session;
      return {
        ...told, now: now.toISOString(), name: display.name, startsAt: startsAt.toISOString(),
        quorum: { members, present, needed: neededFor(settings.quorum, members), reached: hasQuorum(settings.quorum, present, members) },
        checkIn: takesAttendance(session.state) ? this.codes.show({ sessionId: display.sessionId, siteId: display.siteId }, now) : null, site: await siteOf(tx, display.siteId),
        seats: await this.seatsOf(tx, bodyId, display.sessionId),
        item: item ? toItem(item) : null, speaker: speaker ? toSpeaker(speaker) : null, next: waiting.slice(0, NEXT_SHOWN).map(toSpeaker), waiting: waiting.length,
        vote: session.state === 'inSession' || session.state === 'suspended' ? await voteOf(tx, display.sessionId) : null,
      };
    });
  }

  /** Who is there, seat by seat; why somebody is not there is not for walls. */
  private async seatsOf(tx: Tx, bodyId: string, sessionId: string): Promise<DisplayPlaceDto[]> {
    const attendance = new Map((await tx.query<WallAttendanceRow>(WALL_ATTENDANCE_SQL, [sessionId])).map((row) => [row.seatId, row]));
    return (await this.plans.seatsOf(tx, bodyId)).map(({ seatId, ...seat }) => ({ ...seat, presence: attendance.get(seatId)?.presence ?? null }));
  }
}

async function siteOf(tx: Tx, siteId: string | null): Promise<DisplaySiteDto | null> {
  if (siteId === null) return null;
  const { name, place, people } = found((await tx.query<WallSiteRow>(WALL_SITE_SQL, [siteId]))[0]);
  return { name, place, people: people ?? [] };
}

async function voteOf(tx: Tx, sessionId: string): Promise<DisplayVoteDto | null> {
  const [motion] = await tx.query<WallMotionRow>(WALL_MOTION_SQL, [sessionId]);
  if (!motion) return null;
  const { id, decision, citation, citationEn, ...vote } = motion;
  return { ...vote, result: decision ? resultOf({ decision, citation, citationEn }, await boardOf(tx, motion, id)) : null };
}

/** Seats have choices where the question was one for all; of options and persons it is counted who got how many. */
async function boardOf(tx: Tx, { kind }: WallMotionRow, motionId: string): Promise<WallBallotRow[]> {
  if (kind === 'options' || kind === 'election') return [];
  return tx.asSystem(() => tx.query<WallBallotRow>(WALL_BOARD_SQL, [motionId]));
}

function resultOf({ decision, citation, citationEn }: Pick<WallMotionRow, 'citation' | 'citationEn'> & { decision: NonNullable<WallMotionRow['decision']> }, board: WallBallotRow[]): DisplayResultDto {
  const { tally, base, of, strict, needed, tie, outcome, decidedBy, options } = decision;
  return { tally, base, of, strict, needed, tie, outcome, decidedBy, citation, citationEn, options: options ?? null, board };
}

function toItem({ number, title, titleEn, minutes, spentSeconds, runningSince }: WallItemRow & { number: string }): DisplayItemDto {
  return { number, title, titleEn, minutes, spentSeconds, runningSince: runningSince?.toISOString() ?? null };
}

function toSpeaker({ name, nameEn, kind, minutes, startedAt }: WallTurnRow): DisplaySpeakerDto {
  return { name, nameEn, kind, minutes, startedAt: startedAt?.toISOString() ?? null };
}
