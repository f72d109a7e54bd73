import { Module } from '@nestjs/common';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { VotingModule } from '../voting/voting.module.js';
import { ExchangeController } from './exchange.controller.js';
import { ExportReaders } from './export-readers.service.js';
import { ExportService } from './export.service.js';
import { JournalReaderService } from './journal-reader.service.js';
import { LogRowsRepository } from './log-rows.repository.js';
import { LogService } from './log.service.js';
import { RecordsRepository } from './records.repository.js';

/** What leaves the house to be checked elsewhere: the log, its proofs, and exports. */
@Module({
  imports: [VotingModule, OpinionsModule],
  controllers: [ExchangeController],
  providers: [LogService, JournalReaderService, ExportService, ExportReaders, RecordsRepository, LogRowsRepository],
})
export class ExchangeModule {}
