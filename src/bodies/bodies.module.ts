import { Module } from '@nestjs/common';
import { BodiesController } from './bodies.controller.js';
import { BodiesService } from './bodies.service.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { CalendarService } from './calendar.service.js';
import { MemberImportService } from './member-import.service.js';
import { ReferenceDataService } from './reference-data.service.js';
import { RuleSetsService } from './rule-sets.service.js';
import { RulesController } from './rules.controller.js';
import { SeatPlansController } from './seat-plan/seat-plans.controller.js';
import { SeatPlansService } from './seat-plan/seat-plans.service.js';
import { SeatsService } from './seats.service.js';

@Module({
  controllers: [SeatPlansController, BodiesController, RulesController, DelegationsController],
  providers: [SeatPlansService, ReferenceDataService, BodiesService, SeatsService, MemberImportService, CalendarService, RuleSetsService, DelegationsService],
  exports: [SeatPlansService, CalendarService, RuleSetsService],
})
export class BodiesModule {}
