import { Module } from '@nestjs/common';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { DeskService } from './desk.service.js';
import { ScreensController } from './screens.controller.js';
import { SessionScreenService } from './session-screen.service.js';

/** Answers of whole pages, read-only: above all features, by named queries. */
@Module({ imports: [PapersModule, VotingModule, OpinionsModule], controllers: [ScreensController], providers: [SessionScreenService, DeskService] })
export class ScreensModule {}
