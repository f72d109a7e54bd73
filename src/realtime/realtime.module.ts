import { Module } from '@nestjs/common';
import { ChangedGateway } from './changed.gateway.js';
import { ChangesController } from './changes.controller.js';
import { Heartbeat } from './heartbeat.js';

@Module({ controllers: [ChangesController], providers: [ChangedGateway, Heartbeat] })
export class RealtimeModule {}
