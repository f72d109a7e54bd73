import { Module } from '@nestjs/common';
import { ChangedGateway } from './changed.gateway.js';
import { ChangesController } from './changes.controller.js';

@Module({ controllers: [ChangesController], providers: [ChangedGateway] })
export class RealtimeModule {}
