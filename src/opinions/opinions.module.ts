import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.js';
import { BodiesModule } from '../bodies/bodies.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AssistantsController } from './assistants.controller.js';
import { AssistantsService } from './assistants.service.js';
import { ClosingService } from './closing.service.js';
import { DraftsService } from './drafts.service.js';
import { EndingsService } from './endings.service.js';
import { OpinionsController } from './opinions.controller.js';
import { RepliesController } from './replies.controller.js';
import { RepliesService } from './replies.service.js';
import { ReplyFilesService } from './reply-files.service.js';
import { ReplyStatementService } from './reply-statement.service.js';
import { RequestPapersService } from './request-papers.service.js';
import { RequestReaderService } from './request-reader.service.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';
import { ReworkService } from './rework.service.js';
import { RequestTemplatesController } from './templates.controller.js';
import { RequestTemplatesService } from './templates.service.js';

@Module({
  imports: [BodiesModule, SessionsModule, AgendaModule, PapersModule, StorageModule],
  controllers: [OpinionsController, RepliesController, RequestTemplatesController, AssistantsController],
  providers: [
    RequestsService, RepliesService, DraftsService, ReplyFilesService, RequestReaderService, ClosingService, EndingsService, ReworkService, RequestsRepository, RequestPapersService, ReplyStatementService,
    RequestTemplatesService, AssistantsService,
  ],
  exports: [RequestsService, RepliesService, DraftsService, EndingsService, AssistantsService, RequestReaderService, ClosingService, RequestsRepository],
})
export class OpinionsModule {}
