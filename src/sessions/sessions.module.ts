import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/bodies.module.js';
import { DisplaysController } from './room/displays.controller.js';
import { DisplaysService } from './room/displays.service.js';
import { CheckInCodes } from './check-in/check-in-codes.js';
import { SitesController } from './sites/sites.controller.js';
import { SitesService } from './sites/sites.service.js';
import { AttendanceService } from './attendance.service.js';
import { GuestNewsService } from './guests/guest-news.service.js';
import { SubstitutesService } from './guests/substitutes.service.js';
import { SessionHooks } from './session-hooks.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [BodiesModule],
  controllers: [SessionsController, DisplaysController, SitesController],
  providers: [SessionsService, AttendanceService, SubstitutesService, GuestNewsService, SessionsRepository, SessionHooks, DisplaysService, CheckInCodes, SitesService],
  exports: [AttendanceService, SessionsService, SessionsRepository, SessionHooks, SubstitutesService, GuestNewsService, DisplaysService, CheckInCodes],
})
export class SessionsModule {}
