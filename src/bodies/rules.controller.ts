import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../http/allow.js';
import { Refusal } from '../http/refusal.js';
import type { SignedIn } from '../identity/session-reader.js';
import { CreateRuleSetDto, RuleSetDto, RuleSetsDto } from './rule-sets.dto.js';
import { mayRead } from './bodies.service.js';
import { CalendarDto, CalendarQueryDto, DeadlineDto, DeadlineQueryDto, SetCalendarDayDto } from './calendar.dto.js';
import { CalendarService } from './calendar.service.js';
import { RuleSetsService } from './rule-sets.service.js';

@Controller()
export class RulesController {
  constructor(
    private readonly ruleSets: RuleSetsService,
    private readonly calendar: CalendarService,
  ) {}

  @Get('rule-sets') @Allow('signedIn')
  list(@CurrentActor() actor: SignedIn): Promise<RuleSetsDto> {
    return this.ruleSets.list(actor);
  }

  @Post('rule-sets') @Allow('body.administer')
  create(@CurrentActor() actor: SignedIn, @Body() dto: CreateRuleSetDto): Promise<RuleSetDto> {
    return this.ruleSets.create(actor, dto);
  }

  @Get('calendar') @Allow('signedIn')
  year(@CurrentActor() actor: SignedIn, @Query() { year }: CalendarQueryDto): Promise<CalendarDto> {
    return this.calendar.year(actor, year);
  }

  @Get('calendar/deadline') @Allow('signedIn')
  deadline(@CurrentActor() actor: SignedIn, @Query() query: DeadlineQueryDto): Promise<DeadlineDto> {
    if (!mayRead(actor, query.bodyId)) throw new Refusal('notFound');
    return this.calendar.deadline(query.workingDays);
  }

  @Put('calendar/:date') @Allow('calendar.administer') @HttpCode(204)
  set(@CurrentActor() actor: SignedIn, @Param('date') date: string, @Body() dto: SetCalendarDayDto): Promise<void> {
    return this.calendar.set(actor, date, dto);
  }

  @Delete('calendar/:date') @Allow('calendar.administer') @HttpCode(204)
  remove(@CurrentActor() actor: SignedIn, @Param('date') date: string): Promise<void> {
    return this.calendar.remove(actor, date);
  }
}
