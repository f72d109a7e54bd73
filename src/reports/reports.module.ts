import { Module } from '@nestjs/common';
import { OpinionsModule } from '../opinions/opinions.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { OpinionFiguresService } from './opinion-figures/opinion-figures.service.js';
import { OpinionReportsController } from './opinion-reports.controller.js';
import { OpinionSummaryService } from './opinion-summary/opinion-summary.service.js';
import { PackReader } from './print-pack/pack-reader.service.js';
import { PrintPackService } from './print-pack/print-pack.service.js';
import { ReportsController } from './reports.controller.js';
import { StatisticsService } from './statistics.service.js';

/** Figures and papers made of what other features hold. */
@Module({ imports: [SessionsModule, PapersModule, OpinionsModule, StorageModule], controllers: [ReportsController, OpinionReportsController], providers: [OpinionFiguresService, OpinionSummaryService, StatisticsService, PrintPackService, PackReader] })
export class ReportsModule {}
