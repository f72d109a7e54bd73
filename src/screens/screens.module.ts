import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { DisplayController } from './display/display.controller.js';
import { DisplayScreenService } from './display/display-screen.service.js';
import { DeskService } from './desk.service.js';
import { ReadinessService } from './readiness.service.js';
import { ScreensController } from './screens.controller.js';
import { SessionScreenService } from './session-screen.service.js';

/** Answers of whole pages, read-only: above all features, by named queries. */
@Module({ imports: [AgendaModule, BodiesModule, SessionsModule, PapersModule, VotingModule, OpinionsModule], controllers: [ScreensController, DisplayController], providers: [DisplayScreenService, SessionScreenService, DeskService, ReadinessService] })
export class ScreensModule {}
