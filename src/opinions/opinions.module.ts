import { Module } from '@nestjs/common';
import { BodiesModule } from '../bodies/bodies.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { ClosingService } from './closing.service.js';
import { OpinionsController } from './opinions.controller.js';
import { RepliesService } from './replies.service.js';
import { ReplyStatementService } from './reply-statement.service.js';
import { RequestPapersService } from './request-papers.service.js';
import { RequestReaderService } from './request-reader.service.js';
import { RequestsRepository } from './requests.repository.js';
import { RequestsService } from './requests.service.js';

@Module({
  imports: [BodiesModule, PapersModule],
  controllers: [OpinionsController],
  providers: [RequestsService, RepliesService, RequestReaderService, ClosingService, RequestsRepository, RequestPapersService, ReplyStatementService],
  exports: [RequestsService, RepliesService, RequestReaderService, ClosingService],
})
export class OpinionsModule {}
