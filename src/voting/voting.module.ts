import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { BallotGatherer } from './ballot-gatherer.js';
import { MotionOpeningService } from './motion-opening.service.js';
import { MotionReaderService } from './motion-reader.service.js';
import { MotionStatementService } from './motion-statement.service.js';
import { MotionsRepository } from './motions.repository.js';
import { MotionsService } from './motions.service.js';
import { VotingController } from './voting.controller.js';

@Module({
  imports: [BodiesModule, SessionsModule, AgendaModule, PapersModule],
  controllers: [VotingController],
  providers: [MotionsService, MotionOpeningService, MotionStatementService, MotionReaderService, MotionsRepository, BallotGatherer],
  exports: [MotionsService, BallotGatherer, MotionReaderService],
})
export class VotingModule {}
