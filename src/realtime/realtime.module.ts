import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ChangedGateway } from './changed.gateway.js';
import { ChangesController } from './changes.controller.js';
import { Heartbeat } from './heartbeat.js';
import { PresenceController } from './presence.controller.js';
import { PresenceService } from './presence.service.js';

@Module({ imports: [SessionsModule], controllers: [ChangesController, PresenceController], providers: [ChangedGateway, Heartbeat, PresenceService] })
export class RealtimeModule {}
