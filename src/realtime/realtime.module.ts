import { Module } from '@nestjs/common';
import { PapersModule } from '../papers/papers.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ChangedGateway } from './changed.gateway.js';
import { ChangesController } from './changes.controller.js';
import { Heartbeat } from './heartbeat.js';
import { PageNews } from './page-news.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';

@Module({ imports: [SessionsModule, PapersModule], controllers: [ChangesController, PresenceController], providers: [ChangedGateway, Heartbeat, PresenceService, PageNews] })
export class RealtimeModule {}
