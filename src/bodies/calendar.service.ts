import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '../database/transactor.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { everyone } from '../journal/audiences.js';
import { Journal } from '../journal/journal.js';
import { CalendarDay } from './body.entity.js';
import type { CalendarDto, DeadlineDto, SetCalendarDayDto } from './calendar.dto.js';
import { isDate } from './domain/member-import.js';
import { addWorkingDays, type Calendar, dateOf, endOfOfficeHours } from './domain/working-days.js';

/** Public holidays and swapped days: data, since they are announced each year. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly transactor: Transactor,
    private readonly journal: Journal,
  ) {}

  async year(actor: SignedIn, year: number): Promise<CalendarDto> {
    const days = await this.transactor.query<CalendarDto['days'][number]>(
      `select date::text, kind, name, name_en as "nameEn" from calendar_day where extract(year from date) = $1 order by date`,
      [year],
    );
    return { days, can: { edit: actor.administrator } };
  }

  async set(actor: SignedIn, date: string, dto: SetCalendarDayDto): Promise<void> {
    if (!isDate(date)) throw new Refusal('dateBad');
    await this.transactor.run(async (tx) => {
      await tx.manager.upsert(CalendarDay, { date, kind: dto.kind, name: dto.name, nameEn: dto.nameEn }, ['date']);
      await this.tell(tx, actor, date);
    });
  }

  async remove(actor: SignedIn, date: string): Promise<void> {
    if (!isDate(date)) throw new Refusal('dateBad');
    await this.transactor.run(async (tx) => {
      const removed = await tx.manager.delete(CalendarDay, { date });
      if (removed.affected === 0) throw new Refusal('notFound');
      await this.tell(tx, actor, date);
    });
  }

  /** When so many working days from now end, and which days were passed over. */
  async deadline(workingDays: number): Promise<DeadlineDto> {
    return this.transactor.run(async (tx) => {
      const calendar = await this.load(tx);
      const { date, skipped } = addWorkingDays(dateOf(await tx.now()), workingDays, calendar);
      const names = new Map((await tx.manager.find(CalendarDay)).map((day) => [day.date, day]));
      const named = skipped.map((day) => ({ ...day, name: names.get(day.date)?.name ?? '', nameEn: names.get(day.date)?.nameEn ?? '' }));
      return { dueAt: endOfOfficeHours(date).toISOString(), skipped: named };
    });
  }

  async load(tx: Tx): Promise<Calendar> {
    const days = await tx.query<{ date: string; kind: 'holiday' | 'workday' }>('select date::text, kind from calendar_day');
    return new Map(days.map((day) => [day.date, day.kind]));
  }

  private tell(tx: Tx, actor: SignedIn, date: string): Promise<void> {
    return this.journal.append(tx, { type: 'calendar.changed', actorId: actor.accountId, bodyId: null, audiences: [everyone], ids: {}, facts: { date } });
  }
}
