import { dateOf } from '../../bodies/domain/working-days.js';

/** One member asked by one request that was sent and not recalled. */
export interface Asked {
  requestId: string;
  memberId: string;
  sentAt: Date;
  /** Whether the deadline is over and the answers are counted. */
  isClosed: boolean;
  reply: 'notAnswered' | 'answered' | 'deemed';
  answeredAt: Date | null;
}

/** What became of questions to members. `answered`, `deemed`, `missing` and `waiting` add up to `asked`. */
export interface OpinionCounts {
  asked: number;
  answered: number;
  /** Silent until the deadline, and deemed to agree by the rule set. */
  deemed: number;
  /** Silent until the deadline, and counted as not answered. */
  missing: number;
  /** Still has time. */
  waiting: number;
  /** Half of the replies came within so many hours of the sending; null without a reply. */
  medianHours: number | null;
  /** Of those whose deadline is over, the share that replied, 0 to 1; null when there is none. */
  onTime: number | null;
}

const HOUR_MS = 3_600_000;

/** Counts members asked. A reply is never late: after the deadline it is refused. (product/rules.md §5) */
export function opinionCounts(list: readonly Asked[]): OpinionCounts {
  const answered = list.filter(({ reply }) => reply === 'answered');
  const deemed = list.filter(({ reply }) => reply === 'deemed').length;
  const waiting = list.filter(({ reply, isClosed }) => reply === 'notAnswered' && !isClosed).length;
  const over = list.filter(({ isClosed }) => isClosed);
  const hours = answered.flatMap(({ sentAt, answeredAt }) => (answeredAt === null ? [] : [(answeredAt.getTime() - sentAt.getTime()) / HOUR_MS]));
  return {
    asked: list.length, answered: answered.length, deemed, waiting, missing: list.length - answered.length - deemed - waiting,
    medianHours: median(hours), onTime: over.length === 0 ? null : over.filter(({ reply }) => reply === 'answered').length / over.length,
  };
}

/** The month in Viet Nam in which it was sent, `YYYY-MM`. */
export function monthOf(sentAt: Date): string {
  return dateOf(sentAt).slice(0, 7);
}

/** All months from the first to the last, `YYYY-MM`: one in which nothing was asked is a gap that is seen. Dates as `YYYY-MM-DD`. */
export function monthsBetween(from: string, until: string): string[] {
  const months: string[] = [];
  const last = until.slice(0, 7);
  for (let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
  }
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
