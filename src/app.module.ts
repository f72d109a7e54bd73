import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { AgendaModule } from './agenda/agenda.module.js';
import { BodiesModule } from './bodies/bodies.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Environment } from './config/environment.js';
import { DatabaseModule } from './database/database.module.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { ExchangeModule } from './exchange/exchange.module.js';
import { HttpModule } from './http/http.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { JournalModule } from './journal/journal.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OpinionsModule } from './opinions/opinions.module.js';
import { CommentsModule } from './papers/comments.module.js';
import { PapersModule } from './papers/papers.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { RehearsalModule } from './rehearsal/rehearsal.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { ScreensModule } from './screens/screens.module.js';
import { SearchModule } from './search/search.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { VotingModule } from './voting/voting.module.js';

/** The list of features, lowest first. */
@Module({})
export class AppModule {
  static with(environment: Environment, dataSource: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(environment), DatabaseModule.with(dataSource), HttpModule, JournalModule, JobsModule, IdentityModule,
        BodiesModule, SessionsModule, AgendaModule, PapersModule, CommentsModule, DossiersModule, VotingModule, RehearsalModule, OpinionsModule, NotificationsModule, ScreensModule, SearchModule, ReportsModule, ExchangeModule, RealtimeModule,
      ],
    };
  }
}
