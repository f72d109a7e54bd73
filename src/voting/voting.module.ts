import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { BallotGatherer } from './ballot-gatherer.js';
import { ConsentListService } from './consent-list.service.js';
import { MeetingVotesController } from './meeting-votes.controller.js';
import { MotionActsService } from './motion-acts.service.js';
import { MotionCounting } from './motion-counting.js';
import { MotionOpeningService } from './motion-opening.service.js';
import { MotionReaderService } from './motion-reader.service.js';
import { MotionStatementService } from './motion-statement.service.js';
import { MotionsRepository } from './motions.repository.js';
import { MotionsService } from './motions.service.js';
import { PuttingService } from './putting.service.js';
import { RollCallService } from './roll-call.service.js';
import { VotingController } from './voting.controller.js';

@Module({
  imports: [BodiesModule, SessionsModule, AgendaModule, PapersModule],
  controllers: [VotingController, MeetingVotesController],
  providers: [MotionsService, MotionActsService, MotionCounting, PuttingService, ConsentListService, RollCallService, MotionOpeningService, MotionStatementService, MotionReaderService, MotionsRepository, BallotGatherer],
  exports: [ConsentListService, MotionsService, MotionActsService, BallotGatherer, MotionReaderService],
})
export class VotingModule {}
