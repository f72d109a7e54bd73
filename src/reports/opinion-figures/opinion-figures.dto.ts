import { IsOptional, Matches } from 'class-validator';
import type { RequestState } from '../../opinions/domain/request-states.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class OpinionFiguresQueryDto {
  /** The first day in Viet Nam on which requests were sent, `YYYY-MM-DD`. A year before `until` when absent. */
  @IsOptional() @Matches(DATE)
  from?: string;

  /** The last such day. Today when absent. */
  @IsOptional() @Matches(DATE)
  until?: string;
}

export class OpinionCountsDto {
  asked!: number;
  answered!: number;
  /** Silent until the deadline, and deemed to agree by the rule set. */
  deemed!: number;
  /** Silent until the deadline, and counted as not answered. */
  missing!: number;
  /** Still has time. */
  waiting!: number;
  /** Hours from the sending within which half of the replies came; null without a reply. */
  medianHours!: number | null;
  /** Of those whose deadline is over, the share that replied, 0 to 1; null when there is none. */
  onTime!: number | null;
}

export class OpinionMemberFigureDto extends OpinionCountsDto {
  memberId!: string;
  seatNumber!: number;
  name!: string;
  nameEn!: string | null;
  title!: string;
  titleEn!: string | null;
}

export class OpinionMonthFigureDto extends OpinionCountsDto {
  /** `YYYY-MM`, by the day of sending in Viet Nam. */
  month!: string;
  requests!: number;
}

export class OpinionRequestFigureDto extends OpinionCountsDto {
  requestId!: string;
  title!: string;
  titleEn!: string | null;
  state!: RequestState;
  sentAt!: string;
  dueAt!: string | null;
  closedAt!: string | null;
}

/** Written opinions of a body in a period, for its secretariat and chair. */
export class OpinionFiguresDto {
  from!: string;
  until!: string;
  /** Sent in the period and not recalled. */
  requests!: OpinionRequestFigureDto[];
  /** Sent in the period and recalled: nobody counts as asked by them. */
  recalled!: number;
  total!: OpinionCountsDto;
  /** In the order of seats. */
  members!: OpinionMemberFigureDto[];
  /** Every month of the period. */
  months!: OpinionMonthFigureDto[];
}
