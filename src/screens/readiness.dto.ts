import type { ReadinessCode } from './domain/readiness.js';

export class FindingDto {
  code!: ReadinessCode;
  /** Null: about the whole session. */
  itemId!: string | null;
  /** The session cannot be submitted so. */
  blocks!: boolean;
  params!: Record<string, string | number>;
}

export class LateAllowanceDto {
  itemId!: string;
  name!: string;
  nameEn!: string | null;
  reason!: string;
  at!: string;
}

/** What has to be looked at before a session is sent, and until when papers are in time. */
export class ReadinessDto {
  /** `YYYY-MM-DD`. */
  papersDueOn!: string;
  /** Working days that the regulation asks for. */
  leadDays!: number;
  /** Working days left until then; 0 on the day, and negative when it is over. */
  workingDaysLeft!: number;
  citation!: string;
  citationEn!: string;
  findings!: FindingDto[];
  allowances!: LateAllowanceDto[];
  can!: ReadinessCanDto;
}

export class ReadinessCanDto {
  /** Let papers be late. */
  allowLate!: boolean;
}
